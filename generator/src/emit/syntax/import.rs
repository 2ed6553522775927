//! Imports, and exports of what other modules have.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::token::Brace;
use syn::{Item, ItemUse, Token, UseGroup, UseName, UsePath, UseTree, Visibility};

use super::{ident, public};

/// `use path::{names};`, or nothing where there are no names.
pub(in crate::emit) fn import(path: &[&str], names: Vec<Ident>) -> Option<Item> {
    let leaves = path
        .iter()
        .rev()
        .fold(tree(names)?, |tree, part| under(ident(part), tree));
    Some(item(Visibility::Inherited, leaves))
}

/// `pub use module::{names};`, or nothing where there are no names.
pub(in crate::emit) fn export(module: Ident, names: Vec<Ident>) -> Option<Item> {
    Some(item(public(), under(module, tree(names)?)))
}

/// `name` or `{names}`
fn tree(names: Vec<Ident>) -> Option<UseTree> {
    let mut names: Vec<_> = names
        .into_iter()
        .map(|ident| UseTree::Name(UseName { ident }))
        .collect();
    if names.len() > 1 {
        return Some(UseTree::Group(UseGroup {
            brace_token: Brace::default(),
            items: Punctuated::from_iter(names),
        }));
    }
    names.pop()
}

fn under(part: Ident, tree: UseTree) -> UseTree {
    UseTree::Path(UsePath {
        ident: part,
        colon2_token: <Token![::]>::default(),
        tree: Box::new(tree),
    })
}

fn item(vis: Visibility, tree: UseTree) -> Item {
    Item::Use(ItemUse {
        attrs: Vec::new(),
        vis,
        use_token: <Token![use]>::default(),
        leading_colon: None,
        tree,
        semi_token: <Token![;]>::default(),
    })
}
