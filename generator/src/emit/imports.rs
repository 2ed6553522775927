//! Imports of what a module really uses.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

/// `use path::{…};` with those of `names` that occur in `tokens`, not as parts of another path; nothing when none does.
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
    let (mut joint_colon, mut behind_path) = (false, false);
    for token in tokens {
        let is_qualified = std::mem::take(&mut behind_path);
        let is_second_colon = std::mem::take(&mut joint_colon);
        match token {
            TokenTree::Group(group) => collect(group.stream(), names, found),
            TokenTree::Ident(ident) if !is_qualified => {
                found.extend(names.iter().find(|name| ident == **name));
            }
            TokenTree::Punct(sign) if sign.as_char() == ':' => {
                behind_path = is_second_colon;
                joint_colon = sign.spacing() == Spacing::Joint;
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
