//! Percent-encoding (RFC 3986, section 2).

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

/// Turns a value into text that may stand in one place of a request.
pub type Encode = fn(&str) -> String;

/// All but the unreserved characters of RFC 3986, section 2.3.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// As [`ESCAPED`], less the reserved characters that may stand in a query value: `#`, `[` and `]` may not by the
/// grammar (section 3.4), `&` and `+` would be read as a separator and a space.
const ESCAPED_IN_QUERY: &AsciiSet = &ESCAPED
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// What a template may hold literally besides: the first query, its separators, and finished escapes.
const ESCAPED_IN_TEMPLATE: &AsciiSet = &ESCAPED_IN_QUERY.remove(b'&').remove(b'+').remove(b'%');

/// All characters but the `cookie-octet`s of RFC 6265, section 4.1.1.
const ESCAPED_IN_COOKIE: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b',').add(b';').add(b'\\');

/// Whether `text` is a valid cookie value without encoding.
#[must_use]
pub fn is_cookie_value(text: &str) -> bool {
    cookie(text) == text
}

/// Encodes the characters that are not allowed in a cookie value.
#[must_use]
pub fn cookie(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED_IN_COOKIE).to_string()
}

/// Encodes everything but unreserved characters.
#[must_use]
pub fn unreserved(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// Encodes everything but unreserved and harmless reserved characters, for `allowReserved`.
#[must_use]
pub fn reserved(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED_IN_QUERY).to_string()
}

/// Encodes the literal text of a path template.
#[must_use]
pub fn template(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, ESCAPED_IN_TEMPLATE)
}

/// Encodes nothing: header values carry text as it is.
#[must_use]
pub fn verbatim(text: &str) -> String {
    text.to_owned()
}
