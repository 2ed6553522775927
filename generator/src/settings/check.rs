//! Rules for single values. Each returns the rest of a sentence that begins with the setting's name.

use super::lints::Level;
use crate::doc_text::is_direction_control;
use crate::names::is_identifier;

/// A version in the sense of [Semantic Versioning](https://semver.org), as cargo demands.
pub(super) fn version(text: &str) -> Result<(), String> {
    match semver::Version::parse(text) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!("is not a version such as `0.1.0`: {error}")),
    }
}

/// The address of a repository.
pub(super) fn address(text: &str) -> Result<(), String> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let valid = rest.is_some_and(|rest| !rest.is_empty() && is_visible_ascii(rest));
    ensure(valid, "is not an address that begins with `https://`")
}

/// A text of one line that is not blank.
pub(super) fn line(text: &str) -> Result<(), String> {
    let hidden = |letter: char| letter.is_control() || is_direction_control(letter);
    let valid = !text.trim().is_empty() && !text.contains(hidden);
    ensure(valid, "is not a single line of text")
}

/// A keyword, within
/// [the registry's limits](https://doc.rust-lang.org/cargo/reference/manifest.html#the-keywords-field).
pub(super) fn keyword(text: &str) -> Result<(), String> {
    let valid = text.len() <= 20
        && text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text
            .chars()
            .all(|char| char.is_ascii_alphanumeric() || "_-+".contains(char));
    let reason = "takes keywords of at most 20 ASCII letters, digits, `_`, `-` and `+`, \
                  that begin with a letter or digit";
    ensure(valid, reason)
}

/// The slug of a category, such as `api-bindings` or `web-programming::http-client`.
pub(super) fn category(text: &str) -> Result<(), String> {
    let is_slug = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(|first| first.is_ascii_lowercase())
            && chars.all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-')
    };
    let reason = "takes slugs from https://crates.io/category_slugs such as `api-bindings`";
    ensure(text.split("::").all(is_slug), reason)
}

/// The name of an environment variable, in the
/// [portable form](https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html).
pub(super) fn variable(text: &str) -> Result<(), String> {
    let valid = text.starts_with(|first: char| first.is_ascii_uppercase() || first == '_')
        && text
            .chars()
            .all(|char| char.is_ascii_uppercase() || char.is_ascii_digit() || char == '_');
    let reason =
        "takes the name of a variable: capital letters, digits and `_`, not beginning with a digit";
    ensure(valid, reason)
}

/// The name of a field or a variant.
pub(super) fn identifier(text: &str) -> Result<(), String> {
    ensure(is_identifier(text), "is not an identifier")
}

/// The name of a function or an argument, as rustc's lint `non_snake_case` demands.
pub(super) fn snake_name(text: &str) -> Result<(), String> {
    let valid = is_identifier(text) && !text.contains(char::is_uppercase);
    ensure(valid, "is not an identifier such as `get_pet`")
}

/// The name of a type, as rustc's lint `non_camel_case_types` demands.
pub(super) fn type_name(text: &str) -> Result<(), String> {
    let is_upper = !text.starts_with(char::is_lowercase);
    ensure(
        is_identifier(text) && is_upper,
        "is not an identifier such as `PetOwner`",
    )
}

/// A JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)).
pub(super) fn pointer(text: &str) -> Result<(), String> {
    ensure(
        text.is_empty() || text.starts_with('/'),
        "is not a JSON pointer such as `/components/schemas/Pet`",
    )
}

/// The level of a lint.
pub(super) fn level(text: &str) -> Result<(), String> {
    ensure(
        Level::named(text).is_some(),
        "takes `allow`, `warn` or `deny`",
    )
}

fn is_visible_ascii(text: &str) -> bool {
    text.chars().all(|char| char.is_ascii_graphic())
}

fn ensure(valid: bool, reason: &str) -> Result<(), String> {
    if valid {
        Ok(())
    } else {
        Err(reason.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rule: fn(&str) -> Result<(), String>, good: &[&str], bad: &[&str]) {
        for text in good {
            assert_eq!(rule(text), Ok(()), "{text}");
        }
        for text in bad {
            assert!(rule(text).is_err(), "{text}");
        }
    }

    #[test]
    fn rules() {
        check(
            version,
            &["0.1.0", "1.2.3-rc.1+b"],
            &["1", "1.0", "v1.0.0", ""],
        );
        check(
            address,
            &["https://a.example/b"],
            &["a.example", "https://", "https://a b"],
        );
        check(line, &["One line."], &["", " ", "two\nlines", "\u{1b}"]);
        check(
            keyword,
            &["api", "c++", "3d", "a_b-c"],
            &["", "a b", "-a", "aaaaaaaaaaaaaaaaaaaaa", "é"],
        );
        check(
            category,
            &["api-bindings", "web-programming::http-client"],
            &["", "API", "a::", "a b", "1"],
        );
        check(
            snake_name,
            &["get_pet", "type", "a1", "x_2"],
            &["", "getPet", "1a", "a-b", "self", "_", "a b"],
        );
        check(
            type_name,
            &["Pet", "Pet2"],
            &["", "pet", "2Pet", "Pet Owner", "Self"],
        );
        check(
            variable,
            &["A", "_A1", "PET_STORE_ACCESS_KEY"],
            &["", "a", "1A", "A-B", "A=B", "É"],
        );
    }
}
