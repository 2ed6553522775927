//! Path templates (OpenAPI 3.0.3, Path Templating).

use std::collections::HashSet;

use crate::diagnostics::{Diagnostic, Place, Pointer};
use crate::lower::codes::{PATH_MALFORMED, PATH_MENDED};
use crate::lower::context::Context;

/// The path template that a key of the Paths Object means; what is odd about it is noted. A query in it, as some
/// documents have, is sent as it stands there; a fragment is not sent (RFC 9110, section 4.2.5).
pub(super) fn template(context: &mut Context<'_>, key: &str, at: &Pointer) -> Option<String> {
    let path = mended(key);
    let (code, message) = match &path {
        Some(path) if path == without_fragment(key) => return Some(path.clone()),
        Some(path) => (&PATH_MENDED, format!("`{key}` is read as `{path}`")),
        None => (
            &PATH_MALFORMED,
            format!("`{key}` is no path template; it is left out"),
        ),
    };
    let place = Place::Key(at.clone());
    context.problems.push(Diagnostic::new(code, place, message));
    path
}

fn mended(key: &str) -> Option<String> {
    let path = without_fragment(key).trim();
    if path.contains("://") {
        return None;
    }
    let path = if !path.contains(['{', '}']) {
        braced(path)
    } else if is_balanced(path) {
        path.to_owned()
    } else {
        let parts = path.split_inclusive(['/', '?', '&']).map(close_braces);
        parts.collect()
    };
    let slash = if path.starts_with('/') { "" } else { "/" };
    (is_balanced(&path) && !path.contains("{}")).then(|| format!("{slash}{path}"))
}

/// The path with `{name}` for `:name`, as many frameworks spell parameters; but not where braces show that the colon
/// belongs to the path.
fn braced(path: &str) -> String {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let part = |part: &str| match part.strip_prefix(':') {
        Some(name) if !name.is_empty() && name.chars().all(is_word) => format!("{{{name}}}"),
        _ => part.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Some documents tell operations of one path apart by fragments.
fn without_fragment(key: &str) -> &str {
    key.split_once('#').map_or(key, |(path, _)| path)
}

/// Whether every brace has its counterpart and none stands in another pair.
fn is_balanced(path: &str) -> bool {
    let mut is_open = false;
    for letter in path.chars().filter(|letter| "{}".contains(*letter)) {
        if is_open == (letter == '{') {
            return false;
        }
        is_open = !is_open;
    }
    !is_open
}

/// Gives a part of a path, with the separator behind it, the braces that it lacks, and takes those that it has too
/// many of.
fn close_braces(part: &str) -> String {
    let name = part.trim_end_matches(['/', '?', '&']);
    let separator = part.get(name.len()..).unwrap_or_default();
    let name = name.replace("{{", "{").replace("}}", "}");
    let name = match (name.contains('{'), name.contains('}')) {
        (true, false) => format!("{name}}}"),
        (false, true) => format!("{{{name}"),
        _ => name,
    };
    format!("{name}{separator}")
}

/// The names in the braces of a path template, each once.
pub(in crate::lower) fn names(path: &str) -> Vec<String> {
    let parts = path
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'));
    let mut seen = HashSet::new();
    parts
        .map(|(name, _)| name.to_owned())
        .filter(|name| seen.insert(name.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_plain_is_mended() {
        let cases = [
            ("/a/{b}", Some("/a/{b}")),
            ("a/{b}", Some("/a/{b}")),
            ("/a/{b", Some("/a/{b}")),
            ("/a/{b/c}", Some("/a/{b/c}")),
            ("/a/{b/c/{d}", Some("/a/{b}/c/{d}")),
            ("/a/b}", Some("/a/{b}")),
            ("/{{a}}/b", Some("/{a}/b")),
            ("/?Action=X&Id={id}", Some("/?Action=X&Id={id}")),
            ("/a#b", Some("/a")),
            ("/a/:b/c:d", Some("/a/{b}/c:d")),
            ("/a/{b}/:c", Some("/a/{b}/:c")),
            (" /a ", Some("/a")),
            ("", Some("/")),
            ("/a/{}", None),
            ("/a}{b", None),
            ("https://example.com/a", None),
        ];
        for (key, path) in cases {
            assert_eq!(mended(key).as_deref(), path, "{key}");
        }
    }
}
