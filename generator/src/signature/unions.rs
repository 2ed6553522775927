//! What unions can be made from.

use super::TypeUse;
use crate::ir::{Conversion, Source};

/// The type that a `From` takes.
pub(crate) fn source(conversion: &Conversion) -> TypeUse<'_> {
    match &conversion.source {
        Source::Type(ty) => TypeUse::Owned(ty),
        Source::Text => TypeUse::Text,
    }
}
