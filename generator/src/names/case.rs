//! Joins words, which are lower-case ASCII, in the case that a place in Rust source asks for.
//!
//! `heck` joins them, one by one where it would lose a boundary: it writes `1` and `0` as `10`. How a name is split into
//! words is decided in `words.rs`, since the rules of `heck` know no acronyms (`VPCs`, `IPv6`) and no signs.

use heck::{ToShoutySnakeCase, ToUpperCamelCase};

/// What a name is for; it settles the case and what else the name must avoid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// A struct, enum or type alias: `UpperCamelCase`.
    Type,
    /// A variant of an enum: `UpperCamelCase`.
    Variant,
    /// A field, parameter or variable: `snake_case`.
    Value,
    /// A function or method: `snake_case`.
    Function,
    /// A module and its file: `snake_case`, and a file name that every system accepts.
    Module,
    /// A constant: `SCREAMING_SNAKE_CASE`.
    Constant,
}

impl Case {
    /// Returns whether names in this case are words in lower case with underscores between them.
    pub(super) fn is_snake(self) -> bool {
        matches!(self, Self::Value | Self::Function | Self::Module)
    }

    /// Returns the name that `words` make in this case.
    pub(super) fn join(self, words: &[String]) -> String {
        match self {
            Self::Type | Self::Variant => pascal(words),
            Self::Value | Self::Function | Self::Module => snake(words),
            Self::Constant => shouty(words),
        }
    }
}

/// Joins `words` as `snake_case`; a name that would start with a digit gets the prefix `v`.
#[must_use]
pub fn snake(words: &[String]) -> String {
    prefixed('v', words.join("_"))
}

/// Joins `words` as `UpperCamelCase`; a name that would start with a digit gets the prefix `V`.
///
/// Two digits of different words keep an underscore between them, so that `1.0` and `10` differ.
#[must_use]
pub fn pascal(words: &[String]) -> String {
    let mut name = String::new();
    for word in words {
        if ends_with_digit(&name) && starts_with_digit(word) {
            name.push('_');
        }
        name.push_str(&word.to_upper_camel_case());
    }
    prefixed('V', name)
}

/// Joins `words` as `SCREAMING_SNAKE_CASE`; a name that would start with a digit gets the prefix `V`.
#[must_use]
pub fn shouty(words: &[String]) -> String {
    prefixed('V', words.join("_").to_shouty_snake_case())
}

/// Returns whether a number put right behind `name` would run into its own digits.
pub(super) fn ends_with_digit(name: &str) -> bool {
    name.ends_with(|last: char| last.is_ascii_digit())
}

fn starts_with_digit(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_digit())
}

fn prefixed(prefix: char, mut name: String) -> String {
    if starts_with_digit(&name) {
        name.insert(0, prefix);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{pascal, shouty, snake};
    use crate::names::split;

    const CASES: &[(&str, &str, &str)] = &[
        ("getVPCs", "get_vpcs", "GetVpcs"),
        ("us-east-1", "us_east_1", "UsEast1"),
        ("1.0", "v1_0", "V1_0"),
        ("10", "v10", "V10"),
        ("2024-01-02", "v2024_01_02", "V2024_01_02"),
        ("a_1_b", "a_1_b", "A1B"),
        ("__a__b__", "a_b", "AB"),
        ("1m", "v1m", "V1m"),
        ("-1", "minus_1", "Minus1"),
        ("v1beta1", "v1beta1", "V1beta1"),
        ("OAuth2Token", "oauth2_token", "Oauth2Token"),
        ("", "empty", "Empty"),
    ];

    #[test]
    fn joins_words() {
        for (text, in_snake, in_pascal) in CASES {
            let words = split(text);
            assert_eq!(snake(&words), *in_snake, "{text:?}");
            assert_eq!(pascal(&words), *in_pascal, "{text:?}");
            assert_eq!(shouty(&words), in_snake.to_uppercase(), "{text:?}");
        }
    }
}
