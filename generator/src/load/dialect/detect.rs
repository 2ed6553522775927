//! Which dialect a document is written in.

use serde_json::Value;

use crate::codes::dialect::{
    DIALECT_NEWER, DIALECT_UNSTATED, DIALECT_UNSUPPORTED, NOT_OPENAPI, SCHEMA_DIALECT,
};
use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::load::node::plain;

/// A family of versions of the specification that mean the same by the same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// OpenAPI 3.0: schemas are a dialect of their own.
    OpenApi30,
    /// OpenAPI 3.1 and later: schemas are JSON Schema 2020-12.
    OpenApi31,
}

/// Returns the dialect of the document at `root`.
pub(super) fn detect(root: &Value) -> Result<Dialect, Diagnostic> {
    let version = |key: &str| root.get(key).map(plain);
    match (version("openapi"), version("swagger")) {
        (Some(version), _) => of_version(&version).ok_or_else(|| {
            at(
                &DIALECT_UNSUPPORTED,
                "openapi",
                format!("OpenAPI {version} is not supported"),
            )
        }),
        (None, Some(version)) => Err(at(
            &DIALECT_UNSUPPORTED,
            "swagger",
            format!("Swagger {version} is not supported"),
        )),
        (None, None) if looks_like_openapi(root) => Ok(Dialect::OpenApi31),
        (None, None) => Err(Diagnostic::new(
            &NOT_OPENAPI,
            Place::Whole,
            "not an OpenAPI document: `openapi` is missing",
        )),
    }
}

/// Returns what is odd about the version that the document states.
pub(super) fn remarks(root: &Value) -> Vec<Diagnostic> {
    let version = match root.get("openapi").map(plain) {
        None => Some(Diagnostic::new(
            &DIALECT_UNSTATED,
            Place::Whole,
            "the document has no OpenAPI version",
        )),
        Some(version) if is_newer(&version) => Some(at(
            &DIALECT_NEWER,
            "openapi",
            format!("OpenAPI {version} is newer than 3.2"),
        )),
        Some(_) => None,
    };
    version.into_iter().chain(schema_remark(root)).collect()
}

/// Schemas of another family than JSON Schema are read as if they were of it.
fn schema_remark(root: &Value) -> Option<Diagnostic> {
    let dialect = root.get("jsonSchemaDialect").map(plain)?;
    let is_known = ["json-schema.org/", "spec.openapis.org/"]
        .iter()
        .any(|host| dialect.contains(host));
    let message = format!("unknown schema dialect `{dialect}`");
    (!is_known).then(|| at(&SCHEMA_DIALECT, "jsonSchemaDialect", message))
}

fn at(code: &'static Code, key: &str, message: String) -> Diagnostic {
    Diagnostic::new(code, Pointer::root().child(key), message)
}

fn of_version(version: &str) -> Option<Dialect> {
    let (major, minor) = parts(version);
    match (major, minor) {
        ("3", "" | "0") => Some(Dialect::OpenApi30),
        ("3", _) => Some(Dialect::OpenApi31),
        _ => None,
    }
}

fn is_newer(version: &str) -> bool {
    let (major, minor) = parts(version);
    major == "3" && !matches!(minor, "" | "0" | "1" | "2")
}

/// Returns the major and the minor version.
fn parts(version: &str) -> (&str, &str) {
    let version = version.trim().trim_start_matches(['v', 'V']);
    let (major, rest) = version.split_once('.').unwrap_or((version, ""));
    (major, rest.split('.').next().unwrap_or_default())
}

fn looks_like_openapi(root: &Value) -> bool {
    let is_object = |key: &str| root.get(key).is_some_and(Value::is_object);
    is_object("paths") && (is_object("info") || is_object("components"))
}
