//! A name that may stand in Rust source, and the keywords of Rust 2024, which may not.

use std::borrow::Cow;
use std::fmt;

use proc_macro2::{Ident, Span};

/// A Rust identifier, unique in the [`Scope`](super::Scope) that made it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identifier(String);

impl Identifier {
    /// Takes a name that the scope has found to be an identifier, raw or not.
    pub(super) fn new(text: String) -> Self {
        Self(text)
    }

    /// Returns the bare name, without `r#`: what a file is called and what a longer name is made from.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the name as Rust source spells it: `r#type`.
    #[must_use]
    pub fn spelled(&self) -> Cow<'_, str> {
        if needs_raw(&self.0) {
            Cow::Owned(format!("r#{}", self.0))
        } else {
            Cow::Borrowed(&self.0)
        }
    }

    /// Returns the token for this name, raw if the name is a keyword.
    #[must_use]
    pub fn to_ident(&self) -> Ident {
        if needs_raw(&self.0) {
            Ident::new_raw(&self.0, Span::call_site())
        } else {
            Ident::new(&self.0, Span::call_site())
        }
    }
}

/// Returns whether `text` is an identifier, perhaps only in its raw form.
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    let is_word = syn::parse_str::<Ident>(text).is_ok();
    !is_forbidden(text) && (is_word || needs_raw(text))
}

impl fmt::Display for Identifier {
    /// Writes the name as Rust source spells it: `r#type`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.spelled())
    }
}

/// Strict and reserved keywords that may be written raw, as in `r#type`; sorted.
const RAW: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Keywords that have no raw form.
const NEVER_RAW: &[&str] = &["Self", "_", "crate", "self", "super"];

/// Returns whether `name` must be written with `r#` to be an identifier.
pub(super) fn needs_raw(name: &str) -> bool {
    RAW.binary_search(&name).is_ok()
}

/// Returns whether `name` cannot be an identifier in any form.
pub(super) fn is_forbidden(name: &str) -> bool {
    NEVER_RAW.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::Identifier;

    #[test]
    fn writes_keywords_raw() {
        let keyword = Identifier::new("type".to_owned());
        assert_eq!(keyword.as_str(), "type");
        assert_eq!(keyword.to_string(), "r#type");
        assert_eq!(keyword.to_ident().to_string(), "r#type");
        assert_eq!(Identifier::new("kind".to_owned()).to_string(), "kind");
    }
}

#[cfg(test)]
mod keywords_tests {
    use super::{NEVER_RAW, RAW};

    #[test]
    fn agrees_with_the_parser() {
        assert!(RAW.is_sorted());
        for keyword in RAW {
            assert!(syn::parse_str::<syn::Ident>(&format!("r#{keyword}")).is_ok());
        }
        for keyword in RAW.iter().chain(NEVER_RAW).filter(|word| **word != "gen") {
            assert!(syn::parse_str::<syn::Ident>(keyword).is_err(), "{keyword}");
        }
    }
}
