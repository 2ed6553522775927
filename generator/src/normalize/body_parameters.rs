//! Parameters that are the request body, as Swagger 2.0 has them (`in: body` and `in: formData`).

use hashbrown::HashSet;
use serde_json::Value;

use crate::codes::lower::BODY_PARAMETER;
use crate::diagnostics::{Diagnostic, Pointer};
use crate::load::{Nodes, plain};

/// The body that parameters of an operation without `requestBody` describe.
#[derive(Clone, Debug, Default)]
pub(crate) enum BodyParameters {
    /// They describe none.
    #[default]
    None,
    /// The parameter at this place is the body.
    Whole(Pointer),
    /// The body is a form.
    Form(Vec<FormField>),
}

/// A field of a form.
#[derive(Clone, Debug)]
pub(crate) struct FormField {
    /// Where it is declared.
    pub at: Pointer,
    pub name: String,
    pub required: bool,
    /// Whether its values are files.
    pub is_file: bool,
}

/// What a parameter is to the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Whole,
    Field,
}

/// Returns what the parameter `node` is to the body; nothing, if it is sent apart from that.
pub(super) fn role(node: &Value) -> Option<Role> {
    let location = node.get("in")?.as_str()?;
    match location.trim().to_ascii_lowercase().as_str() {
        "body" => Some(Role::Whole),
        "formdata" | "form" => Some(Role::Field),
        _ => None,
    }
}

/// A parameter that is part of the body.
pub(super) struct Part {
    /// The item of `parameters`.
    pub item: Pointer,
    /// Where that leads.
    pub at: Pointer,
    pub role: Role,
    /// Whether the operation itself lists it.
    pub is_own: bool,
}

/// Returns the body that `parts` describe, unless the operation has a `requestBody`, in listed order.
pub(super) fn body_parameters(
    document: &Nodes<'_>,
    parts: Vec<Part>,
    has_body: bool,
    problems: &mut Vec<Diagnostic>,
) -> BodyParameters {
    if parts.is_empty() {
        return BodyParameters::None;
    }
    let mut report = |part: &Part, message: &str, note: String| {
        let problem = Diagnostic::new(&BODY_PARAMETER, part.item.clone(), message);
        problems.push(problem.with_note(note));
    };
    if has_body {
        for part in parts.iter().filter(|part| part.is_own) {
            let message = "this parameter is a second body beside `requestBody`";
            report(part, message, "it is ignored".to_owned());
        }
        return BodyParameters::None;
    }
    if let Some(whole) = parts.iter().find(|part| part.role == Role::Whole) {
        report(whole, IN_BODY, read_as("the body, in JSON"));
        return BodyParameters::Whole(whole.at.clone());
    }
    let mut names = HashSet::new();
    let mut fields = Vec::new();
    for part in parts {
        report(&part, IN_BODY, read_as("a field of a form"));
        let field = field(document, part.at);
        if names.insert(field.name.clone()) {
            fields.push(field);
        }
    }
    BodyParameters::Form(fields)
}

const IN_BODY: &str = "OpenAPI has no parameters in the body";

fn read_as(what: &str) -> String {
    format!("it is read as {what}")
}

fn field(document: &Nodes<'_>, at: Pointer) -> FormField {
    let node = document.value(&at);
    let get = |key: &str| node.and_then(|node| node.get(key));
    let says = |key: &str, text: &str| get(key).and_then(Value::as_str) == Some(text);
    FormField {
        name: get("name").map(plain).unwrap_or_default(),
        required: get("required") == Some(&Value::Bool(true)),
        is_file: says("type", "file") || says("format", "binary"),
        at,
    }
}
