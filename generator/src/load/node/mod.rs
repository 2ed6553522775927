//! One node of the tree, typed by `openapiv3`.

mod shallow;

use openapiv3::{
    Operation, Parameter, PathItem, ReferenceOr, RequestBody, Response, Schema, SecurityScheme,
    Server, Tag,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::codes::NODE_INVALID;
use crate::diagnostics::{Diagnostic, Place, Pointer};
use shallow::{Children, OPERATION, PARAMETER, PATH_ITEM, PLAIN, REQUEST_BODY, RESPONSE, SCHEMA};

/// A kind of node that `openapiv3` knows.
pub(crate) trait Node: DeserializeOwned {
    /// What the specification calls it.
    const NAME: &'static str;
    /// Its members that are nodes with a place of their own.
    const CHILDREN: Children;
}

macro_rules! nodes {
    ($($node:ty: $name:literal, $children:ident;)*) => {
        $(impl Node for $node {
            const NAME: &'static str = $name;
            const CHILDREN: Children = $children;
        })*
    };
}

nodes! {
    Operation: "Operation Object", OPERATION;
    Parameter: "Parameter Object", PARAMETER;
    PathItem: "Path Item Object", PATH_ITEM;
    RequestBody: "Request Body Object", REQUEST_BODY;
    Response: "Response Object", RESPONSE;
    Schema: "Schema Object", SCHEMA;
    SecurityScheme: "Security Scheme Object", PLAIN;
    Server: "Server Object", PLAIN;
    Tag: "Tag Object", PLAIN;
}

pub(super) fn read<N: Node>(value: Option<&Value>, at: &Pointer) -> Result<N, Diagnostic> {
    let value = value.unwrap_or(&Value::Null);
    N::deserialize(shallow::shallow(value, at, N::CHILDREN))
        .map_err(|error| invalid(N::NAME, at, &error))
}

fn invalid(name: &str, at: &Pointer, error: &serde_json::Error) -> Diagnostic {
    Diagnostic::new(
        &NODE_INVALID,
        Place::Pointer(at.clone()),
        format!("this is no valid {name}: {error}"),
    )
}

/// The place that a child of a typed node stands for.
pub(crate) fn child<T>(child: &ReferenceOr<T>) -> Pointer {
    match child {
        ReferenceOr::Reference { reference } => Pointer::parse(reference.trim_start_matches('#')),
        ReferenceOr::Item(_) => Pointer::root(),
    }
}

/// The places that the children of a typed node stand for.
pub(crate) fn children<T>(list: &[ReferenceOr<T>]) -> Vec<Pointer> {
    list.iter().map(child).collect()
}

/// The last part of the place that a reference names, such as a schema's name.
pub(crate) fn target_of(reference: &str) -> Option<&str> {
    reference.rsplit('/').next().filter(|name| !name.is_empty())
}

/// A scalar as it is written, without quotes.
pub(crate) fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
