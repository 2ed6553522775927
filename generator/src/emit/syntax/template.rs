//! Impls that are parsed once a thread and filled in often.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use syn::{Expr, ImplItem, ImplItemFn, Item, ItemImpl, Stmt};

use super::named;

thread_local! {
    static TEMPLATES: RefCell<BTreeMap<&'static str, ItemImpl>> = const { RefCell::new(BTreeMap::new()) };
}

/// An impl for `ty`: what `tokens` make, which are always the same for one `name`, changed by `fill`.
///
/// Tokens that are no impl are left to rendering, which reports them.
pub(in crate::emit) fn from_template(
    name: &'static str,
    tokens: fn() -> TokenStream,
    ty: Ident,
    fill: impl FnOnce(&mut ItemImpl),
) -> Item {
    template(name, tokens).map_or_else(
        || Item::Verbatim(tokens()),
        |mut item| {
            item.self_ty = Box::new(named(ty));
            fill(&mut item);
            Item::Impl(item)
        },
    )
}

fn template(name: &'static str, tokens: fn() -> TokenStream) -> Option<ItemImpl> {
    TEMPLATES.with_borrow_mut(|templates| {
        if !templates.contains_key(name) {
            templates.insert(name, syn::parse2(tokens()).ok()?);
        }
        templates.get(name).cloned()
    })
}

/// Gives the functions of an impl their bodies, in order.
pub(in crate::emit) fn set_bodies(
    item: &mut ItemImpl,
    bodies: impl IntoIterator<Item = Vec<Stmt>>,
) {
    for (function, statements) in functions(item).zip(bodies) {
        function.block.stmts = statements;
    }
}

/// The functions of an impl.
pub(in crate::emit) fn functions(item: &mut ItemImpl) -> impl Iterator<Item = &mut ImplItemFn> {
    item.items.iter_mut().filter_map(|member| match member {
        ImplItem::Fn(function) => Some(function),
        _ => None,
    })
}

/// Gives the constant of an impl its value.
pub(in crate::emit) fn set_constant(item: &mut ItemImpl, value: Expr) {
    let mut members = item.items.iter_mut();
    if let Some(ImplItem::Const(constant)) =
        members.find(|member| matches!(member, ImplItem::Const(_)))
    {
        constant.expr = value;
    }
}
