//! Imports of what a module really uses.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

/// `use path::{…};` with those of `names` that occur in `tokens`; nothing when none does.
pub(super) fn used(path: &TokenStream, names: &[&str], tokens: &TokenStream) -> TokenStream {
    let mut found = BTreeSet::new();
    collect(tokens.clone(), names, &mut found);
    let names: Vec<Ident> = names
        .iter()
        .filter(|name| found.contains(*name))
        .map(|name| Ident::new(name, Span::call_site()))
        .collect();
    match names.as_slice() {
        [] => TokenStream::new(),
        [name] => quote!(use #path::#name;),
        names => quote!(use #path::{#(#names),*};),
    }
}

fn collect<'a>(tokens: TokenStream, names: &[&'a str], found: &mut BTreeSet<&'a str>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect(group.stream(), names, found),
            TokenTree::Ident(ident) => found.extend(names.iter().find(|name| ident == **name)),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
