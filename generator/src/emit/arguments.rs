//! Arguments of functions.

use proc_macro2::TokenStream;
use quote::quote;

/// How many arguments a function may have before clippy objects.
const MANY: usize = 7;

/// Says why a function has many arguments, if `count` is that.
pub(super) fn expect_many(count: usize) -> TokenStream {
    if count <= MANY {
        return TokenStream::new();
    }
    quote!(#[expect(clippy::too_many_arguments, reason = "the API requires them all")])
}
