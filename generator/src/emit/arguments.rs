//! Arguments of functions.

use quote::quote;
use syn::Attribute;

use super::syntax::list;

/// How many arguments a function may have before clippy objects.
const MANY: usize = 7;

/// Says why a function has many arguments, if `count` is that.
pub(super) fn expect_many(count: usize) -> Option<Attribute> {
    (count > MANY).then(|| {
        list(
            "expect",
            quote!(
                clippy::too_many_arguments,
                reason = "the API requires them all"
            ),
        )
    })
}
