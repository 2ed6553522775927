//! Operations with everything they refer to.

use serde_json::Value;

use super::Document;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// An operation (OAS 3.0.3, "Operation Object").
pub struct Operation<'a> {
    /// Its `operationId`.
    pub id: &'a str,
    /// The method, in capitals.
    pub method: String,
    /// The template of the path.
    pub path: &'a str,
    /// The parameters, resolved, with those of the path item.
    pub parameters: Vec<&'a Value>,
    /// The body of the request, if there can be one.
    pub body: Option<Content<'a>>,
    /// The statuses, as the document writes them, with the bodies of the responses.
    pub responses: Vec<(&'a str, Option<Content<'a>>)>,
    /// The alternative sets of security schemes; `null` where nothing asks for credentials.
    pub security: &'a Value,
}

/// A body: the first media type that a document gives for it.
#[derive(Clone, Copy)]
pub struct Content<'a> {
    /// The media type.
    pub media_type: &'a str,
    /// The schema, not resolved.
    pub schema: &'a Value,
}

impl<'a> Operation<'a> {
    /// The parameters that go into `location`: `path`, `query`, `header` or `cookie`.
    pub fn parameters_in(&self, location: &str) -> impl Iterator<Item = (&'a str, &'a Value)> {
        let located = self
            .parameters
            .iter()
            .filter(move |parameter| parameter["in"] == location);
        located.map(|parameter| (parameter["name"].as_str().unwrap(), *parameter))
    }
}

/// The operations of the path item `item`.
pub(super) fn of_path<'a>(
    document: &'a Document,
    path: &'a str,
    item: &'a Value,
) -> impl Iterator<Item = Operation<'a>> {
    METHODS.iter().filter_map(move |method| {
        let node = item.get(method)?;
        Some(Operation {
            id: node["operationId"].as_str().unwrap(),
            method: method.to_uppercase(),
            path,
            parameters: parameters(document, item, node),
            body: node
                .get("requestBody")
                .and_then(|body| content(document, body)),
            responses: responses(document, node),
            security: node.get("security").unwrap_or(document.security()),
        })
    })
}

/// The parameters of the operation and those of its path item that it does not replace.
fn parameters<'a>(document: &'a Document, item: &'a Value, node: &'a Value) -> Vec<&'a Value> {
    let of = |node: &'a Value| node["parameters"].as_array().into_iter().flatten();
    let mut parameters: Vec<&Value> = of(node)
        .map(|parameter| document.resolve(parameter))
        .collect();
    for shared in of(item).map(|parameter| document.resolve(parameter)) {
        let replaces = |own: &&Value| own["name"] == shared["name"] && own["in"] == shared["in"];
        if !parameters.iter().any(replaces) {
            parameters.push(shared);
        }
    }
    parameters
}

fn responses<'a>(document: &'a Document, node: &'a Value) -> Vec<(&'a str, Option<Content<'a>>)> {
    let responses = node["responses"].as_object().unwrap().iter();
    responses
        .map(|(status, response)| (status.as_str(), content(document, response)))
        .collect()
}

fn content<'a>(document: &'a Document, node: &'a Value) -> Option<Content<'a>> {
    let (media_type, content) = document
        .resolve(node)
        .get("content")?
        .as_object()?
        .iter()
        .next()?;
    Some(Content {
        media_type,
        schema: content.get("schema")?,
    })
}
