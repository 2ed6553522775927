//! The keywords of Rust 2024.

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

/// Whether `name` must be written with `r#` to be an identifier.
pub(super) fn needs_raw(name: &str) -> bool {
    RAW.binary_search(&name).is_ok()
}

/// Whether `name` cannot be an identifier in any form.
pub(super) fn is_forbidden(name: &str) -> bool {
    NEVER_RAW.contains(&name)
}

#[cfg(test)]
mod tests {
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
