//! The parameters in query and headers: declared, present where required, and valid.

use serde_json::Value;

use super::{Parameter, RequestCheck};
use crate::message::Received;
use crate::same::same;

/// What is wrong with the parameters of `request` outside the path.
pub fn problems(check: &RequestCheck, request: &Received) -> Vec<String> {
    let declared = |name: &str| {
        check
            .operation
            .parameters_in("query")
            .any(|(known, _)| known == name)
    };
    let undeclared = query(request)
        .into_iter()
        .filter(|(name, _)| !declared(name));
    let undeclared =
        undeclared.map(|(name, value)| format!("query parameter `{name}={value}` is not declared"));
    let outside = check
        .parameters
        .iter()
        .filter(|parameter| parameter.location != "path");
    undeclared
        .chain(outside.filter_map(|parameter| problem(check, parameter, request)))
        .collect()
}

/// The parameters that `request` has.
pub fn sent<'a>(
    check: &'a RequestCheck,
    request: &Received,
) -> impl Iterator<Item = &'a Parameter<'a>> {
    check
        .parameters
        .iter()
        .filter(|parameter| parameter.location == "path" || !texts(parameter, request).is_empty())
}

fn problem(check: &RequestCheck, parameter: &Parameter, request: &Received) -> Option<String> {
    let name = parameter.name;
    let value = match (
        texts(parameter, request).as_slice(),
        parameter.schema["type"].as_str(),
    ) {
        ([], _) if parameter.node["required"] == true => {
            return Some(format!("`{name}` is missing"));
        }
        ([], _) => return None,
        (texts, Some("array")) => texts
            .iter()
            .map(|text| typed(text, &parameter.schema["items"]))
            .collect(),
        ([text], _) => typed(text, parameter.schema),
        (texts, _) => return Some(format!("`{name}` was sent as {texts:?}")),
    };
    if let Err(error) = parameter.validator.validate(&value) {
        return Some(format!("`{name}` is not valid: {error}"));
    }
    let argument = check.arguments.iter().find(|(known, _)| *known == name);
    let differs =
        argument.is_some_and(|(_, argument)| !same(&typed(argument, parameter.schema), &value));
    differs.then(|| format!("`{name}` was sent as {value}"))
}

/// The texts of `parameter` in `request`, decoded.
fn texts(parameter: &Parameter, request: &Received) -> Vec<String> {
    match parameter.location {
        "query" => {
            let pairs = query(request)
                .into_iter()
                .filter(|(name, _)| name == parameter.name);
            pairs.map(|(_, value)| value).collect()
        }
        "header" => request
            .header(&parameter.name.to_lowercase())
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    }
}

fn query(request: &Received) -> Vec<(String, String)> {
    let query = request
        .target
        .split_once('?')
        .map_or("", |(_, query)| query);
    form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect()
}

/// `text` as a value of the type that `schema` gives.
fn typed(text: &str, schema: &Value) -> Value {
    match schema["type"].as_str() {
        Some("integer" | "number" | "boolean" | "array") => {
            serde_json::from_str(text).unwrap_or_else(|_| text.into())
        }
        _ => text.into(),
    }
}
