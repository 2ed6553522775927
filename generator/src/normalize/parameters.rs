//! The parameters of an operation (OpenAPI 3.0.3, Operation Object, `parameters`).

use std::collections::BTreeMap;

use hashbrown::hash_map::Entry;
use hashbrown::{HashMap, HashSet};
use serde_json::Value;

use super::body_parameters::{BodyParameters, Part, body_parameters, role};
use super::{Template, items, resolve_or};
use crate::catalog::Location;
use crate::codes::lower::{
    PARAMETER_REPEATED, PATH_PARAMETER_REPAIRED, PATH_PARAMETER_UNDECLARED, PATH_PARAMETER_UNUSED,
};
use crate::diagnostics::{Diagnostic, Pointer};
use crate::load::{Nodes, plain, truth};

/// What an operation is sent apart from its `requestBody`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parameters {
    /// Its own parameters, those of its path item that it does not override, and those that only its path names.
    pub listed: Vec<Parameter>,
    /// Where parameters are declared that cannot be sent: they lack a name or a location, or are headers that no
    /// parameter can be.
    pub unusable: Vec<Pointer>,
    pub body: BodyParameters,
}

/// A parameter of an operation.
#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    /// Where it is declared; for one that only the path names, where the operation is.
    pub at: Pointer,
    pub location: Location,
    /// Its name; that of a path parameter is the one in the path.
    pub name: String,
    pub required: bool,
    /// Whether the document declares it, not only names it in the path.
    pub is_declared: bool,
    /// Whether its values may have slashes in them.
    pub is_spanning: bool,
}

/// Headers that no parameters can be (OpenAPI 3.0.3, Parameter Object, `name`).
const RESERVED_HEADERS: &[&str] = &["accept", "authorization", "content-type"];

/// What to do about a parameter of the query that only the path names.
const DECLARE_IN_QUERY: &str = "declare it under `parameters` with `in: query`";

/// Returns whether a header is one that no parameter can be, as the client sends it for other reasons.
pub(crate) fn is_reserved_header(name: &str) -> bool {
    let mut reserved = RESERVED_HEADERS.iter();
    reserved.any(|header| name.eq_ignore_ascii_case(header))
}

/// Returns whether this is a token, which header names are (RFC 9110, section 5.6.2).
pub(crate) fn is_token(name: &str) -> bool {
    let is_sign = |byte: u8| b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || is_sign(byte))
}

/// Returns the parameters of the operation at `at`, which the path item at `item` holds.
pub(super) fn parameters(
    document: &Nodes<'_>,
    template: &Template,
    at: &Pointer,
    item: &Pointer,
    problems: &mut Vec<Diagnostic>,
) -> Parameters {
    let mut parameters = declared(document, at, item, problems);
    if let Some(names) = &template.names {
        let listed = &mut parameters.listed;
        let known: HashSet<&String> = names.iter().collect();
        rename_to_match(names, &known, listed, problems);
        leave_out_unused(&template.path, &known, listed, problems);
        add_undeclared(template, names, at, listed, problems);
        for parameter in listed {
            let is_in_path = parameter.location == Location::Path;
            parameter.is_spanning = is_in_path && template.spanning.contains(&parameter.name);
        }
    }
    parameters
}

/// Returns the parameters of the operation, and those of its path item that it does not override.
fn declared(
    document: &Nodes<'_>,
    at: &Pointer,
    item: &Pointer,
    problems: &mut Vec<Diagnostic>,
) -> Parameters {
    let mut parameters = Parameters::default();
    let mut places = HashMap::new();
    let mut in_body = Vec::new();
    for holder in [at, item] {
        let overridden = parameters.listed.len();
        let list = holder.child("parameters");
        for item in items(document, &list, "`parameters`", problems) {
            let otherwise = "the parameter is ignored";
            let Some(target) = resolve_or(document, &item, otherwise, problems) else {
                continue;
            };
            let node = document.value(&target).unwrap_or(&Value::Null);
            if let Some(role) = role(node) {
                in_body.push(Part {
                    item,
                    at: target,
                    role,
                    is_own: holder == at,
                });
                continue;
            }
            let Some(parameter) = read(node, &target) else {
                parameters.unusable.push(target);
                continue;
            };
            match places.entry(identity(&parameter)) {
                Entry::Vacant(place) => {
                    place.insert(parameters.listed.len());
                    parameters.listed.push(parameter);
                }
                Entry::Occupied(known) if *known.get() < overridden => {}
                Entry::Occupied(_) => {
                    let name = parameter.name;
                    let message = format!("duplicate parameter `{name}`");
                    problems.push(Diagnostic::new(&PARAMETER_REPEATED, item, message));
                }
            }
        }
    }
    if !in_body.is_empty() {
        let body = document.value(&at.child("requestBody"));
        let has_body = body.is_some_and(|body| !body.is_null());
        parameters.body = body_parameters(document, in_body, has_body, problems);
    }
    parameters
}

/// Returns the parameter `node`, which stands at `at`, if it can be sent.
fn read(node: &Value, at: &Pointer) -> Option<Parameter> {
    let location = Location::read(node.get("in")?.as_str()?)?;
    let name = node.get("name")?;
    let is_plain = name.is_string() || name.is_number() || name.is_boolean();
    let name = is_plain.then(|| plain(name))?;
    if location == Location::Header && (is_reserved_header(&name) || !is_token(&name)) {
        return None;
    }
    let required = node.get("required").and_then(truth);
    Some(Parameter {
        at: at.clone(),
        location,
        name,
        required: location == Location::Path || required == Some(true),
        is_declared: true,
        is_spanning: false,
    })
}

/// Returns what no other parameter of an operation has: names of headers are alike in any case (RFC 9110, section 5.1).
fn identity(parameter: &Parameter) -> (Location, String) {
    let name = match parameter.location {
        Location::Header => parameter.name.to_ascii_lowercase(),
        _ => parameter.name.clone(),
    };
    (parameter.location, name)
}

/// Gives path parameters the names that the template has for them, where the two differ only in case and
/// punctuation, and no other one comes into question.
fn rename_to_match(
    names: &[String],
    known: &HashSet<&String>,
    listed: &mut [Parameter],
    problems: &mut Vec<Diagnostic>,
) {
    let mut open: HashMap<String, Vec<&String>> = HashMap::new();
    for name in undeclared(listed, names) {
        open.entry(letters(name)).or_default().push(name);
    }
    if open.is_empty() {
        return;
    }
    let mut unused: BTreeMap<String, Vec<&mut Parameter>> = BTreeMap::new();
    for parameter in listed {
        if parameter.location == Location::Path && !known.contains(&parameter.name) {
            let letters = letters(&parameter.name);
            unused.entry(letters).or_default().push(parameter);
        }
    }
    for (letters, alike) in &mut unused {
        let names = open.get(letters).map(Vec::as_slice);
        if let ([parameter], Some([name])) = (alike.as_mut_slice(), names) {
            let message = format!("the path has no `{{{}}}`", parameter.name);
            let note = format!("the parameter is treated as `{{{name}}}`");
            let at = parameter.at.clone();
            let problem = Diagnostic::new(&PATH_PARAMETER_REPAIRED, at, message);
            problems.push(problem.with_note(note));
            parameter.name.clone_from(name);
        }
    }
}

/// Removes the path parameters that the template does not have.
fn leave_out_unused(
    path: &str,
    known: &HashSet<&String>,
    listed: &mut Vec<Parameter>,
    problems: &mut Vec<Diagnostic>,
) {
    listed.retain(|parameter| {
        let Parameter { at, name, .. } = parameter;
        let is_used = parameter.location != Location::Path || known.contains(name);
        if !is_used {
            let message = format!("the path `{path}` has no `{{{name}}}`");
            problems.push(Diagnostic::new(&PATH_PARAMETER_UNUSED, at.clone(), message));
        }
        is_used
    });
}

/// Adds the parameters that the path names, in its query too, and nothing describes.
fn add_undeclared(
    template: &Template,
    names: &[String],
    at: &Pointer,
    listed: &mut Vec<Parameter>,
    problems: &mut Vec<Diagnostic>,
) {
    let path = &template.path;
    for name in undeclared(listed, names) {
        let message = format!("`{{{name}}}` of the path `{path}` is not declared");
        problems.push(Diagnostic::new(
            &PATH_PARAMETER_UNDECLARED,
            at.clone(),
            message,
        ));
        listed.push(Parameter::undeclared(Location::Path, name, at));
    }
    for name in &template.query {
        let is_same = |known: &Parameter| known.location == Location::Query && known.name == *name;
        if name.is_empty() || listed.iter().any(is_same) {
            continue;
        }
        let message = format!("`{name}` of the path's query is not declared");
        let problem = Diagnostic::new(&PATH_PARAMETER_UNDECLARED, at.clone(), message);
        problems.push(problem.with_help(DECLARE_IN_QUERY));
        listed.push(Parameter::undeclared(Location::Query, name, at));
    }
}

impl Parameter {
    fn undeclared(location: Location, name: &str, at: &Pointer) -> Self {
        Self {
            at: at.clone(),
            location,
            name: name.to_owned(),
            required: location == Location::Path,
            is_declared: false,
            is_spanning: false,
        }
    }
}

/// Returns the names of the template that none of the parameters has.
fn undeclared<'a>(listed: &[Parameter], names: &'a [String]) -> Vec<&'a String> {
    let in_path = listed
        .iter()
        .filter(|known| known.location == Location::Path);
    let declared: HashSet<&str> = in_path.map(|known| known.name.as_str()).collect();
    let names = names.iter();
    names
        .filter(|name| !declared.contains(name.as_str()))
        .collect()
}

/// Returns the letters and digits of a parameter's name; a pattern behind a colon is none of it.
fn letters(name: &str) -> String {
    let name = name.split([':', '=']).next().unwrap_or_default();
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Returns the places that the items of `parameters` of the path item or operation at `holder` lead to. Reports nothing.
pub(super) fn parameter_places(document: &Nodes<'_>, holder: &Pointer) -> Vec<Pointer> {
    let list = holder.child("parameters");
    let items = document.value(&list).and_then(Value::as_array);
    let places = 0..items.map_or(0, Vec::len);
    places
        .filter_map(|place| document.resolve(&list.index(place)).0)
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::Document;
    use crate::load::Nodes;
    use crate::normalize::operations;

    /// Checks what becomes of the parameters of the only path, and which codes are reported.
    fn check(path: &str, expected: &[&str], codes: &[&str]) {
        let text =
            format!("openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths:\n  {path}\n");
        let document = Document::read("parameters.yaml", text.as_bytes()).unwrap();
        let mut problems = Vec::new();
        let operations = operations(&Nodes::new(&document), &mut problems);
        let listed = operations.iter().flat_map(|it| &it.parameters.listed);
        let shown: Vec<String> = listed
            .map(|it| {
                let required = if it.required { " required" } else { "" };
                let undeclared = if it.is_declared { "" } else { " undeclared" };
                format!("{} {}{required}{undeclared}", it.location, it.name)
            })
            .collect();
        assert_eq!(shown, expected, "{path}");
        let reported: Vec<&str> = problems.iter().map(|problem| problem.code.id).collect();
        assert_eq!(reported, codes, "{path}");
    }

    #[test]
    fn own_parameters_override_those_of_the_path() {
        check(
            "/a: { parameters: [{ name: X-A, in: header }, { name: b, in: query, required: true }],
                get: { parameters: [{ name: x-a, in: header, required: true }] } }",
            &["header x-a required", "query b required"],
            &[],
        );
        check(
            "/a: { get: { parameters: [{ name: a, in: query }, { name: a, in: Query, required: 'yes' }] } }",
            &["query a"],
            &["parameter-repeated"],
        );
    }

    #[test]
    fn path_parameters_agree_with_the_template() {
        check(
            "'/{petId}/{x}{?q}': { get: { parameters: [{ name: pet_id, in: path }, { name: y, in: path }] } }",
            &[
                "path petId required",
                "path x required undeclared",
                "query q undeclared",
            ],
            &[
                "path-repaired",
                "path-parameter-repaired",
                "path-parameter-unused",
                "path-parameter-undeclared",
                "path-parameter-undeclared",
            ],
        );
    }

    #[test]
    fn what_is_no_parameter_is_not_listed() {
        check(
            "/a: { post: { parameters: [{ name: Accept, in: header }, { in: query }, { name: a, in: formData }] } }",
            &[],
            &["body-parameter"],
        );
    }
}
