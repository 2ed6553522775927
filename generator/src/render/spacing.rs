//! Blank lines, which neither tokens nor prettyplease have: an empty verbatim item prints as one.

use proc_macro2::TokenStream;
use syn::{File, ImplItem, Item};

/// Puts blank lines between the items of a file and of its impls, but not between imports.
pub(super) fn separate(file: &mut File) {
    file.items.iter_mut().for_each(separate_members);
    let items = std::mem::take(&mut file.items);
    file.items = interleave(
        items,
        belong_together,
        || Item::Verbatim(TokenStream::new()),
    );
    if !file.attrs.is_empty() {
        file.items.insert(0, Item::Verbatim(TokenStream::new()));
    }
}

fn separate_members(item: &mut Item) {
    if let Item::Impl(block) = item {
        let members = std::mem::take(&mut block.items);
        block.items = interleave(
            members,
            are_short,
            || ImplItem::Verbatim(TokenStream::new()),
        );
    }
}

fn interleave<T>(items: Vec<T>, together: fn(&T, &T) -> bool, blank: fn() -> T) -> Vec<T> {
    let mut spaced = Vec::with_capacity(items.len() * 2);
    for item in items {
        if spaced.last().is_some_and(|last| !together(last, &item)) {
            spaced.push(blank());
        }
        spaced.push(item);
    }
    spaced
}

/// Imports and module declarations stand without blank lines.
fn belong_together(left: &Item, right: &Item) -> bool {
    match (left, right) {
        (Item::Use(_), Item::Use(_)) => true,
        (Item::Mod(left), Item::Mod(right)) => left.attrs.is_empty() && right.attrs.is_empty(),
        _ => false,
    }
}

fn are_short(left: &ImplItem, right: &ImplItem) -> bool {
    matches!((left, right), (ImplItem::Const(left), ImplItem::Const(right)) if left.attrs.is_empty() && right.attrs.is_empty())
}
