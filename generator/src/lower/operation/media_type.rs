//! Media types as headers carry them (RFC 9110, section 8.3.1).

use super::content::Chosen;
use crate::catalog::media_types::Codec;
use crate::diagnostics::Pointer;
use crate::lower::codes::MEDIA_TYPE_INVALID;
use crate::lower::context::Context;

/// Whether a header can carry this.
pub(super) fn is_sendable(media_type: &str) -> bool {
    media_type.contains('/') && media_type.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The body under a media type that a header can carry; that it has another one, at `at`, is noted.
pub(super) fn sendable(context: &mut Context<'_>, chosen: Chosen, at: &Pointer) -> Chosen {
    if is_sendable(&chosen.media_type) {
        return chosen;
    }
    let instead = match chosen.codec {
        Codec::Json => "application/json",
        Codec::Form => "application/x-www-form-urlencoded",
        Codec::Text => "text/plain",
        Codec::Bytes => "application/octet-stream",
    };
    let message = format!(
        "`{}` is not a media type; the body is sent as `{instead}`",
        chosen.media_type
    );
    context.report(&MEDIA_TYPE_INVALID, message, &at.child(&chosen.media_type));
    Chosen {
        media_type: instead.to_owned(),
        ..chosen
    }
}
