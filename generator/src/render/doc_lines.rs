//! Doc comments of several lines become one attribute a line, which prints as `///`.

use syn::{Attribute, Expr, ExprLit, Field, Fields, File, ImplItem, Item, Lit, LitStr, Meta};

pub(super) fn split(file: &mut File) {
    split_attributes(&mut file.attrs);
    file.items.iter_mut().for_each(split_item);
}

fn split_item(item: &mut Item) {
    match item {
        Item::Struct(item) => {
            split_attributes(&mut item.attrs);
            split_fields(&mut item.fields);
        }
        Item::Enum(item) => {
            split_attributes(&mut item.attrs);
            item.variants
                .iter_mut()
                .for_each(|variant| split_attributes(&mut variant.attrs));
        }
        Item::Impl(item) => {
            split_attributes(&mut item.attrs);
            item.items.iter_mut().for_each(split_member);
        }
        Item::Type(item) => split_attributes(&mut item.attrs),
        _ => {}
    }
}

fn split_fields(fields: &mut Fields) {
    fields
        .iter_mut()
        .for_each(|field: &mut Field| split_attributes(&mut field.attrs));
}

fn split_member(member: &mut ImplItem) {
    match member {
        ImplItem::Fn(function) => split_attributes(&mut function.attrs),
        ImplItem::Const(constant) => split_attributes(&mut constant.attrs),
        _ => {}
    }
}

fn split_attributes(attributes: &mut Vec<Attribute>) {
    if !attributes
        .iter()
        .any(|attribute| text(attribute).is_some_and(|text| text.value().contains('\n')))
    {
        return;
    }
    for attribute in std::mem::take(attributes) {
        match text(&attribute).map(LitStr::value) {
            Some(text) => {
                attributes.extend(text.split('\n').map(|line| with_text(&attribute, line)));
            }
            None => attributes.push(attribute),
        }
    }
}

/// The text of a doc comment.
fn text(attribute: &Attribute) -> Option<&LitStr> {
    match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

fn with_text(attribute: &Attribute, line: &str) -> Attribute {
    let mut attribute = attribute.clone();
    if let Meta::NameValue(meta) = &mut attribute.meta
        && let Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) = &mut meta.value
    {
        *text = LitStr::new(line, text.span());
    }
    attribute
}
