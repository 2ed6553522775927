use crate::catalog::scalars::libraries;

/// Checks that `name` can be the name of a client's package, by
/// [cargo's rules](https://doc.rust-lang.org/cargo/reference/manifest.html#the-name-field) and those of its registry.
///
/// # Errors
///
/// What is wrong with the name, as the rest of a sentence that begins with it.
pub fn check(name: &str) -> Result<(), String> {
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Err("does not begin with an ASCII letter".to_owned());
    }
    if let Some(char) = name.chars().find(|char| !is_allowed(*char)) {
        return Err(format!(
            "has `{char}` in it; a crate's name takes ASCII letters, digits, `-` and `_`"
        ));
    }
    // The lint `non_snake_case` of rustc warns of both.
    if name.contains(|char: char| char.is_ascii_uppercase()) {
        return Err("is not in lower case".to_owned());
    }
    if has_gap(name) {
        return Err("has two of `-` and `_` in a row".to_owned());
    }
    if name.len() > MAX_LENGTH {
        return Err(format!("is longer than {MAX_LENGTH} characters"));
    }
    match reserved(name) {
        Some(reason) => Err(format!("is `{name}`, which {reason}")),
        None => Ok(()),
    }
}

/// Returns the name of a package that comes nearest to `text`; it always passes [`check`].
pub(super) fn from(text: &str) -> String {
    let words = text.split(|char: char| !is_allowed(char));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let mut name = words.join("-").to_ascii_lowercase();
    // None stands at the beginning, and none behind another one.
    let mut last = '-';
    name.retain(|char| !is_separator(std::mem::replace(&mut last, char)) || !is_separator(char));
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name = format!("api-{name}");
    }
    name.truncate(MAX_LENGTH - SUFFIX.len());
    let trimmed = name.trim_end_matches(['-', '_']);
    if reserved(trimmed).is_some() {
        return format!("{trimmed}{SUFFIX}");
    }
    trimmed.to_owned()
}

const MAX_LENGTH: usize = 64;
const SUFFIX: &str = "-client";

fn is_allowed(char: char) -> bool {
    char.is_ascii_alphanumeric() || is_separator(char)
}

fn is_separator(char: char) -> bool {
    matches!(char, '-' | '_')
}

fn has_gap(name: &str) -> bool {
    let mut pairs = name.chars().zip(name.chars().skip(1));
    pairs.any(|(one, other)| is_separator(one) && is_separator(other))
}

/// Returns why `name` is taken. Names are compared as cargo does: `-` like `_`, and devices without regard to case.
fn reserved(name: &str) -> Option<&'static str> {
    let identifier = name.replace('-', "_");
    let lower = identifier.to_ascii_lowercase();
    if libraries().any(|library| library.name == identifier) {
        return Some(DEPENDENCY);
    }
    RESERVED
        .iter()
        .find(|(names, _)| names.contains(&identifier.as_str()) || names.contains(&lower.as_str()))
        .map(|(_, reason)| *reason)
}

const DEPENDENCY: &str = "is the name of a crate that the client depends on";

const RESERVED: &[(&[&str], &str)] = &[
    (
        &[
            "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
            "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen",
            "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override",
            "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
            "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while",
            "yield",
        ],
        "is a keyword of Rust",
    ),
    (
        &["alloc", "core", "proc_macro", "std", "test"],
        "is the name of a crate that comes with Rust",
    ),
    (
        &[
            "base64",
            "bytes",
            "clientsmith_runtime",
            "fastrand",
            "form_urlencoded",
            "httpdate",
            "percent_encoding",
            "reqwest",
            "rustls",
            "rustls_platform_verifier",
            "secrecy",
            "serde",
            "serde_json",
            "tokio",
        ],
        DEPENDENCY,
    ),
    (
        &["build", "deps", "examples", "incremental"],
        "is a folder of cargo's own",
    ),
    (
        &[
            "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con",
            "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
        ],
        "is the name of a device on Windows",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_cargo() {
        for name in ["pet-store", "a", "ab_2", "a_", &"a".repeat(64)] {
            assert_eq!(check(name), Ok(()), "{name}");
        }
        let long = "a".repeat(65);
        for name in [
            "",
            "1a",
            "-a",
            "_a",
            "a b",
            "a.b",
            "é",
            "core",
            "proc-macro",
            "test",
            "Self",
            "Ab_2",
            "a--b",
            "a_-b",
            "async",
            "NUL",
            &long,
        ] {
            assert!(check(name).is_err(), "{name}");
        }
    }

    #[test]
    fn every_text_has_a_name_near_it() {
        let cases = [
            ("pet-store", "pet-store"),
            ("Pet Store API.v2", "pet-store-api-v2"),
            ("2captcha", "api-2captcha"),
            ("core", "core-client"),
            ("", "api"),
            ("été", "t"),
            ("_", "api"),
            ("__self__", "self-client"),
            ("a__b - c", "a_b-c"),
        ];
        for (text, name) in cases {
            assert_eq!(from(text), name);
            assert_eq!(check(name), Ok(()), "{text}");
        }
        for text in [
            "",
            "--",
            "type",
            "_2_",
            "A - B",
            &"x-".repeat(100),
            "con",
            "9",
        ] {
            assert_eq!(check(&from(text)), Ok(()), "{text}");
        }
    }
}
