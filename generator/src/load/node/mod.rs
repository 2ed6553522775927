//! One node of the tree, typed by `openapiv3`.

mod lenient;
mod needed;
mod shallow;
mod spellings;

use openapiv3::{Operation, Parameter, ReferenceOr, RequestBody, Response, Schema};
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::diagnostics::{Diagnostic, Pointer};
use needed::{NOTHING, Needed, OF_OPERATION, OF_PARAMETER, OF_REQUEST_BODY, OF_RESPONSE};
use shallow::{Children, OPERATION, PARAMETER, REQUEST_BODY, RESPONSE, SCHEMA, Shallow};
pub(crate) use spellings::truth;

/// A kind of node that `openapiv3` knows.
pub(crate) trait Node: DeserializeOwned {
    /// What the specification calls it.
    const NAME: &'static str;
    /// Its members that are nodes with a place of their own.
    const CHILDREN: Children;
    /// Its members without which it cannot be read.
    const NEEDED: &'static [Needed];
}

macro_rules! nodes {
    ($($node:ty: $name:literal, $children:ident, $needed:ident;)*) => {
        $(impl Node for $node {
            const NAME: &'static str = $name;
            const CHILDREN: Children = $children;
            const NEEDED: &'static [Needed] = $needed;
        })*
    };
}

nodes! {
    Operation: "Operation Object", OPERATION, OF_OPERATION;
    Parameter: "Parameter Object", PARAMETER, OF_PARAMETER;
    RequestBody: "Request Body Object", REQUEST_BODY, OF_REQUEST_BODY;
    Response: "Response Object", RESPONSE, OF_RESPONSE;
    Schema: "Schema Object", SCHEMA, NOTHING;
}

/// Reads the node at `at` as far as it can be read; what is wrong with it is noted.
pub(super) fn read<N: Node>(value: Option<&Value>, at: &Pointer) -> (Option<N>, Vec<Diagnostic>) {
    let value = value.unwrap_or(&Value::Null);
    let shallow = || Shallow::new(value, at, N::CHILDREN);
    match N::deserialize(shallow()) {
        Ok(node) => (Some(node), Vec::new()),
        Err(_) => lenient::read(&Value::deserialize(shallow()).unwrap_or_default(), at),
    }
}

/// Returns the place that a child of a typed node stands for.
pub(crate) fn child<T>(child: &ReferenceOr<T>) -> Pointer {
    match child {
        ReferenceOr::Reference { reference } => Pointer::parse(reference.trim_start_matches('#')),
        ReferenceOr::Item(_) => Pointer::root(),
    }
}

/// Returns the places that the children of a typed node stand for.
pub(crate) fn children<T>(list: &[ReferenceOr<T>]) -> Vec<Pointer> {
    list.iter().map(child).collect()
}

/// Returns the last part of the place that a reference names, such as a schema's name.
pub(crate) fn target_of(reference: &str) -> Option<String> {
    let name = reference.trim().rsplit(['/', '#']).next()?;
    let name = percent_decode_str(name).decode_utf8_lossy();
    let name = name.replace("~1", "/").replace("~0", "~");
    (!name.is_empty()).then_some(name)
}

/// Returns a scalar as it is written, without quotes.
pub(crate) fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
