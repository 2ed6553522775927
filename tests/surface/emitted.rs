//! What the code of a client declares in writing.

use clientsmith::Package;
use quote::ToTokens;
use syn::{Attribute, Field, Fields, ImplItem, Item, ItemImpl, Visibility};

use crate::listed;
use crate::pair::Pair;

/// The public items in the code of a pair's clients that they do not list.
pub fn unlisted(pair: &Pair) -> Vec<String> {
    let sides = [pair.old_client("things"), pair.new_client("things")];
    sides.iter().flat_map(of_client).collect()
}

fn of_client(package: &Package) -> Vec<String> {
    let listed: Vec<String> = listed(package).iter().map(|line| plain(line)).collect();
    let own = package.files().filter(|(path, _)| {
        path.starts_with("src/models/")
            || path.starts_with("src/operations/")
            || *path == "src/client.rs"
    });
    let declared = own.flat_map(|(_, text)| syn::parse_file(text).unwrap().items);
    let mut lines: Vec<String> = declared.flat_map(lines).map(|line| plain(&line)).collect();
    lines.retain(|line| !listed.contains(line));
    lines
}

/// What the list and the code write differently.
const LEFT_OUT: &[&str] = &[
    " ",
    "'a",
    "<'_>",
    "#[deprecated]",
    "#[non_exhaustive]",
    "models::",
    "operations::",
    "model::",
    "crate::",
];

fn plain(line: &str) -> String {
    let line = LEFT_OUT
        .iter()
        .fold(line.to_owned(), |line, word| line.replace(word, ""));
    line.replace("mutself", "self").replace(",)", ")")
}

fn lines(item: Item) -> Vec<String> {
    match item {
        Item::Struct(item) => of_struct(&item),
        Item::Enum(item) => {
            let name = item.ident.to_string();
            let variants = item.variants.iter();
            let variants =
                variants.map(|it| format!("pub {name}::{}{}", it.ident, content(&it.fields)));
            variants.chain([format!("pub enum {name}")]).collect()
        }
        Item::Type(item) => vec![format!("pub type {} = {}", item.ident, text(&item.ty))],
        Item::Impl(item) if item.trait_.is_none() => of_impl(&item),
        _ => Vec::new(),
    }
}

fn of_struct(item: &syn::ItemStruct) -> Vec<String> {
    let name = item.ident.to_string();
    let is_public = |field: &&Field| matches!(field.vis, Visibility::Public(_));
    let mut lines: Vec<String> = match &item.fields {
        Fields::Named(fields) => {
            let fields = fields.named.iter().filter(is_public);
            let line = |field: &Field| {
                let ident = field.ident.as_ref().unwrap();
                format!("pub {name}::{ident}: {}", text(&field.ty))
            };
            fields
                .map(line)
                .chain([format!("pub struct {name}")])
                .collect()
        }
        fields if fields.iter().any(|field| is_public(&field)) => {
            vec![format!("pub struct {name}{}", text(fields))]
        }
        _ => vec![format!("pub struct {name}")],
    };
    lines.extend(derives_default(&item.attrs).then(|| format!("impl Default for {name}")));
    lines
}

fn derives_default(attributes: &[Attribute]) -> bool {
    let mut derives = attributes.iter().filter(|it| it.path().is_ident("derive"));
    derives.any(|it| text(it).contains("Default"))
}

fn content(fields: &Fields) -> String {
    match fields {
        Fields::Unit => String::new(),
        fields => text(fields),
    }
}

fn of_impl(item: &ItemImpl) -> Vec<String> {
    let of = text(&item.self_ty);
    let members = item.items.iter().filter_map(|member| match member {
        ImplItem::Fn(function) if matches!(function.vis, Visibility::Public(_)) => {
            let signature = text(&function.sig);
            let signature = signature.strip_prefix("fn ").unwrap();
            Some(format!("pub fn {of}::{signature}"))
        }
        ImplItem::Const(constant) if matches!(constant.vis, Visibility::Public(_)) => Some(
            format!("pub const {of}::{}: {}", constant.ident, text(&constant.ty)),
        ),
        _ => None,
    });
    members.collect()
}

fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}
