//! Code that is made for the root of a crate, put into a module of another one.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{File, Item, LitStr};

use crate::emit::DocTexts;
use crate::module_path::ModulePath;

/// Returns the file with every path from the root of the crate, also those in links, leading to the module `at`.
///
/// # Errors
/// When the file is no Rust any more, which is a fault of emission.
pub(super) fn mount(file: &File, at: &ModulePath) -> Result<File, syn::Error> {
    let names: Vec<Ident> = at
        .as_str()
        .split("::")
        .skip(1)
        .map(|name| Ident::new(name, Span::call_site()))
        .collect();
    let below = quote!(#(:: #names)*);
    syn::parse2(moved(file.to_token_stream(), &below, at.as_str()))
}

/// Returns the texts of doc comments, with their links to items of the crate leading to those of the module `at`.
pub(super) fn mount_texts(texts: DocTexts, at: &ModulePath) -> DocTexts {
    texts.map(|text| linked(&text, at.as_str()))
}

/// Returns the file as the content of the module itself, which is included: it cannot have attributes of its own, so
/// its items have those that let `lints` pass.
pub(super) fn include(mut file: File, lints: &[String]) -> Result<File, syn::Error> {
    file.attrs.clear();
    let lints: Vec<syn::Path> = lints
        .iter()
        .map(|lint| syn::parse_str(lint))
        .collect::<Result<_, _>>()?;
    let reason =
        "the code is the same whatever is used of it, and its names are those of a document";
    for item in &mut file.items {
        if let Item::Mod(syn::ItemMod { attrs, .. }) | Item::Use(syn::ItemUse { attrs, .. }) = item
        {
            attrs.push(syn::parse_quote!(#[allow(#(#lints,)* reason = #reason)]));
        }
    }
    Ok(file)
}

fn moved(tokens: TokenStream, below: &TokenStream, at: &str) -> TokenStream {
    let mut moved = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_root = matches!(&token, TokenTree::Ident(word) if word == "crate");
        let goes_on =
            matches!(tokens.peek(), Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
        moved.extend([match token {
            TokenTree::Group(group) => TokenTree::Group(moved_group(&group, below, at)),
            token => token,
        }]);
        if is_root && goes_on {
            moved.extend(below.clone());
        }
    }
    moved
}

fn moved_group(group: &Group, below: &TokenStream, at: &str) -> Group {
    let content = if is_documentation(group) {
        let content = group.stream().into_iter();
        content.map(|token| linked_literal(token, at)).collect()
    } else {
        moved(group.stream(), below, at)
    };
    Group::new(group.delimiter(), content)
}

/// Returns whether this is what an attribute `#[doc = "..."]` has in its brackets.
fn is_documentation(group: &Group) -> bool {
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(word)) if word == "doc")
}

/// Returns a literal with its links to items of the crate leading to those of the module.
fn linked_literal(token: TokenTree, at: &str) -> TokenTree {
    match syn::parse2::<LitStr>(token.clone().into()) {
        Ok(text) => Literal::string(&linked(&text.value(), at)).into(),
        Err(_) => token,
    }
}

/// Text with its links to items of the crate leading to those of the module. Texts of a document have no such links.
fn linked(text: &str, at: &str) -> String {
    text.replace("](crate::", &format!("]({at}::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_from_the_root_lead_to_the_module() {
        let file: File = syn::parse_quote! {
            //! See [`Client`](crate::Client), `crate::Client` and (crate::Client).
            use crate::{models, runtime::Error};
            pub(crate) fn f(a: Option<crate::Secret>) -> &'static str {
                crate::runtime::call!(a, crate::Patch::Absent);
                "](crate::Client)"
            }
        };
        let expected: File = syn::parse_quote! {
            //! See [`Client`](crate::a::b::Client), `crate::Client` and (crate::Client).
            use crate::a::b::{models, runtime::Error};
            pub(crate) fn f(a: Option<crate::a::b::Secret>) -> &'static str {
                crate::a::b::runtime::call!(a, crate::a::b::Patch::Absent);
                "](crate::Client)"
            }
        };
        let at = "crate::a::b".parse().unwrap();
        let moved = mount(&file, &at).unwrap();
        assert_eq!(
            prettyplease::unparse(&moved),
            prettyplease::unparse(&expected)
        );
    }
}
