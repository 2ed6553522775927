/// Whether `name` can be the name of a client's package, by
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
    if name.len() > LONGEST {
        return Err(format!("is longer than {LONGEST} characters"));
    }
    match reserved(name) {
        Some(reason) => Err(format!("is `{name}`, which {reason}")),
        None => Ok(()),
    }
}

/// The name of a package that comes nearest to `text`; it always passes [`check`].
pub(super) fn from(text: &str) -> String {
    let words = text.split(|char: char| !is_allowed(char));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let mut name = words.join("-").to_ascii_lowercase();
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name = format!("api-{name}");
    }
    name.truncate(LONGEST - SUFFIX.len());
    let trimmed = name.trim_end_matches(['-', '_']);
    if reserved(trimmed).is_some() {
        return format!("{trimmed}{SUFFIX}");
    }
    trimmed.to_owned()
}

const LONGEST: usize = 64;
const SUFFIX: &str = "-client";

fn is_allowed(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '-' | '_')
}

/// Why `name` is taken. Names are compared as cargo does: `-` like `_`, and devices without regard to case.
fn reserved(name: &str) -> Option<&'static str> {
    let identifier = name.replace('-', "_");
    let lower = identifier.to_ascii_lowercase();
    RESERVED
        .iter()
        .find(|(names, _)| names.contains(&identifier.as_str()) || names.contains(&lower.as_str()))
        .map(|(_, reason)| *reason)
}

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
            "bytes",
            "chrono",
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
        "is the name of a crate that the client depends on",
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
        for name in ["pet-store", "a", "Ab_2", &"a".repeat(64)] {
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
            ("__self__", "api-__self"),
        ];
        for (text, name) in cases {
            assert_eq!(from(text), name);
        }
        for text in ["", "--", "type", &"x-".repeat(100), "con", "9"] {
            assert_eq!(check(&from(text)), Ok(()), "{text}");
        }
    }
}
