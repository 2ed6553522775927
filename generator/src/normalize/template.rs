//! Path templates (OpenAPI 3.0.3, Path Templating).

use hashbrown::HashSet;
use serde_json::Value;

use super::parameters::parameter_places;
use crate::codes::lower::{PATH_COLON, PATH_MALFORMED, PATH_REPAIRED};
use crate::diagnostics::{Diagnostic, Place, Pointer};
use crate::load::Nodes;

/// What a key of the Paths Object means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template {
    pub path: String,
    /// The names in its braces, each once; none for what is no template, as the name of a webhook.
    pub names: Option<Vec<String>>,
    /// Parameters whose values may have slashes in them.
    pub spanning: Vec<String>,
    /// Parameters of the query that the key names, as in `{?page,size}`.
    pub query: Vec<String>,
}

impl Template {
    /// Returns a literal, such as the name of a webhook, in place of a template.
    pub fn literal(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            names: None,
            spanning: Vec::new(),
            query: Vec::new(),
        }
    }
}

/// Returns the path template that a key of the Paths Object means, and reports what had to be repaired. A query in it, as
/// some documents have, is sent as it stands there; a fragment is not sent (RFC 9110, section 4.2.5).
///
/// A segment `:name` is a parameter, as many frameworks write them, if the path item or one of its operations declares it;
/// otherwise it is sent literally.
pub(super) fn template(
    document: &Nodes<'_>,
    key: &str,
    at: &Pointer,
    problems: &mut Vec<Diagnostic>,
) -> Option<Template> {
    let colons = colons(key);
    let declared = declared(document, &colons, at);
    let template = repair(key, &declared).map(|path| named(&path));
    let is_declared = |name: &&str| declared.iter().any(|known| known == name);
    let literal = colons.iter().filter(|name| !is_declared(name));
    for name in literal.filter(|_| template.is_some()) {
        let message = format!("no path parameter `{name}` is declared for `:{name}`");
        let place = Place::Key(at.clone());
        problems.push(Diagnostic::new(&PATH_COLON, place, message));
    }
    let message = format!("`{key}` is not a path template");
    let place = Place::Key(at.clone());
    let problem = match &template {
        Some(known) if known.path == without_fragment(key) => return template,
        Some(template) => Diagnostic::new(&PATH_REPAIRED, place, message)
            .with_note(format!("it is read as `{}`", template.path)),
        None => Diagnostic::new(&PATH_MALFORMED, place, message),
    };
    problems.push(problem);
    template
}

/// Returns the template with nothing but names in its braces. Some tools put a pattern behind the name, and some a sign
/// for values that span several segments, as `{+path}` of RFC 6570, section 3.2.3, or names of the query, as
/// `{?page,size}` and `{&page,size}` of sections 3.2.8 and 3.2.9.
fn named(path: &str) -> Template {
    let mut template = Template::literal("");
    let mut rest = path;
    while let Some((literal, name, tail)) = placeholder(rest) {
        rest = tail;
        template.path.push_str(literal);
        if let Some(names) = name.strip_prefix(['?', '&']) {
            let names = names.split(',').map(|name| bare(name).to_owned());
            template.query.extend(names);
            continue;
        }
        let (word, pattern) = name.split_once([':', '=']).unwrap_or((name, ""));
        let name = bare(word);
        if name != word || pattern.contains('/') || pattern.ends_with("**") {
            template.spanning.push(name.to_owned());
        }
        template.path.push('{');
        template.path.push_str(name);
        template.path.push('}');
    }
    template.path.push_str(rest);
    template.names = Some(names(&template.path));
    template
}

/// Returns a name without the signs of RFC 6570 around it.
fn bare(name: &str) -> &str {
    name.trim().trim_matches(['+', '*'])
}

fn placeholder(path: &str) -> Option<(&str, &str, &str)> {
    let (literal, rest) = path.split_once('{')?;
    let (name, tail) = rest.split_once('}')?;
    Some((literal, name, tail))
}

/// Returns the names of segments such as `:name`, in a path without braces.
fn colons(key: &str) -> Vec<&str> {
    let path = without_fragment(key).trim();
    if path.contains(['{', '}']) {
        return Vec::new();
    }
    path.split('/').filter_map(behind_colon).collect()
}

/// Returns the name in a segment such as `:name`.
fn behind_colon(segment: &str) -> Option<&str> {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let name = segment.strip_prefix(':')?;
    (!name.is_empty() && name.chars().all(is_word)).then_some(name)
}

/// Returns the path that a key of the Paths Object means, as [`template`] reads it, if it is one.
pub(crate) fn repaired_path(document: &Nodes<'_>, key: &str, at: &Pointer) -> Option<String> {
    let declared = declared(document, &colons(key), at);
    repair(key, &declared).map(|path| named(&path).path)
}

/// Returns the path without the names of its placeholders: paths that differ in nothing else are the same in requests.
pub(crate) fn without_names(path: &str) -> String {
    let mut parts = path.split('{');
    let mut nameless = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        nameless.push_str("{}");
        nameless.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    nameless
}

/// Returns the path parameters that the path item at `at` and its operations declare, if the key has any names behind
/// colons.
fn declared(document: &Nodes<'_>, colons: &[&str], at: &Pointer) -> Vec<String> {
    if colons.is_empty() {
        Vec::new()
    } else {
        declared_in_path(document, at)
    }
}

/// Returns the names of path parameters that the path item at `at` and its operations declare.
fn declared_in_path(document: &Nodes<'_>, at: &Pointer) -> Vec<String> {
    let Some(at) = document.resolve(at).0 else {
        return Vec::new();
    };
    let item = document.value(&at).and_then(Value::as_object);
    let members = item.into_iter().flat_map(|item| item.keys());
    let holders = members.map(|key| at.child(key)).chain([at.clone()]);
    let places = holders.flat_map(|holder| parameter_places(document, &holder));
    let parameters = places.filter_map(|at| document.value(&at));
    let text = |parameter: &Value, key: &str| {
        let text = parameter.get(key).and_then(Value::as_str);
        text.map(str::to_owned)
    };
    parameters
        .filter(|parameter| text(parameter, "in").as_deref() == Some("path"))
        .filter_map(|parameter| text(parameter, "name"))
        .collect()
}

fn repair(key: &str, declared: &[String]) -> Option<String> {
    let path = without_fragment(key).trim();
    if path.contains("://") {
        return None;
    }
    let path = if !path.contains(['{', '}']) {
        braced(path, declared)
    } else if is_balanced(path) {
        path.to_owned()
    } else {
        let parts = path.split_inclusive(['/', '?', '&']).map(close_braces);
        parts.collect()
    };
    let slash = if path.starts_with('/') { "" } else { "/" };
    (is_balanced(&path) && !path.contains("{}")).then(|| format!("{slash}{path}"))
}

/// Returns the path with `{name}` for `:name`, if `name` is among the `declared` parameters.
fn braced(path: &str, declared: &[String]) -> String {
    let part = |part: &str| match behind_colon(part) {
        Some(name) if declared.iter().any(|known| known == name) => format!("{{{name}}}"),
        _ => part.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Some documents distinguish operations of one path by fragments.
fn without_fragment(key: &str) -> &str {
    key.split_once('#').map_or(key, |(path, _)| path)
}

/// Returns whether all braces are paired and not nested.
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

/// Returns the names in the braces of a path template, each once.
pub(crate) fn names(path: &str) -> Vec<String> {
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
    fn unambiguous_paths_are_repaired() {
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
            ("/a/:create", Some("/a/:create")),
            ("/a/{b}/:c", Some("/a/{b}/:c")),
            (" /a ", Some("/a")),
            ("", Some("/")),
            ("/a/{}", None),
            ("/a}{b", None),
            ("https://example.com/a", None),
        ];
        for (key, path, spanning) in [
            (
                "/v1/{name=projects/*/topics/*}:publish",
                "/v1/{name}:publish",
                Some("name"),
            ),
            ("/v1/{id=*}", "/v1/{id}", None),
            ("/v1/{path=**}", "/v1/{path}", Some("path")),
            ("/{proxy+}", "/{proxy}", Some("proxy")),
            ("/{+rest}", "/{rest}", Some("rest")),
            ("/{id:[0-9]+}/b", "/{id}/b", None),
        ] {
            let template = named(key);
            assert_eq!(template.path, path);
            assert_eq!(
                template.spanning.first().map(String::as_str),
                spanning,
                "{key}"
            );
        }
        let template = named("/a{?b,c*}{&d}");
        assert_eq!(template.path, "/a");
        assert_eq!(template.query, ["b", "c", "d"]);
        for (key, path) in cases {
            let declared = ["b".to_owned()];
            assert_eq!(repair(key, &declared).as_deref(), path, "{key}");
        }
    }
}
