//! Items that are parsed once a thread and filled in often.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use syn::ItemImpl;

thread_local! {
    static TEMPLATES: RefCell<BTreeMap<&'static str, ItemImpl>> = const { RefCell::new(BTreeMap::new()) };
}

/// The impl that `tokens` make, which are always the same for one `name`. `None` if they are no impl.
pub(in crate::emit) fn template(
    name: &'static str,
    tokens: fn() -> TokenStream,
) -> Option<ItemImpl> {
    TEMPLATES.with_borrow_mut(|templates| {
        if !templates.contains_key(name) {
            templates.insert(name, syn::parse2(tokens()).ok()?);
        }
        templates.get(name).cloned()
    })
}
