//! Which objects an OpenAPI document consists of, and what their members hold (OpenAPI 3.1.1, Schema of the document).
//!
//! Whatever walks over a document asks here, so that samples (`example`, `default`, `enum`) and properties called like
//! keywords are never taken for nodes.

/// A kind of object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    Document,
    Info,
    Components,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    MediaType,
    Response,
    Header,
    Callback,
    Schema,
    Discriminator,
    SecurityScheme,
    Server,
    Tag,
}

/// What a member holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// An object.
    One(Kind),
    /// An array of objects.
    List(Kind),
    /// An object whose members are objects.
    Map(Kind),
    /// Text.
    Text,
    /// An array of text.
    Texts,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// A number that counts something.
    Count,
    /// An array of anything.
    Values,
}

/// Returns what the member `key` of an object holds, if that is settled by the specification.
pub(super) fn held(kind: Kind, key: &str) -> Option<Held> {
    match kind {
        Kind::Document => of_document(key),
        Kind::Info => text(key, &["title", "description", "version"]),
        Kind::Components => of_components(key),
        Kind::PathItem => of_path_item(key),
        Kind::Operation => of_operation(key),
        Kind::Parameter | Kind::Header => of_parameter(key),
        Kind::RequestBody => of_request_body(key),
        Kind::MediaType => of_media_type(key),
        Kind::Response => of_response(key),
        Kind::Callback => Some(Held::One(Kind::PathItem)),
        Kind::Schema => of_schema(key),
        Kind::Discriminator => text(key, &["propertyName"]),
        Kind::SecurityScheme => text(
            key,
            &[
                "type",
                "description",
                "name",
                "in",
                "scheme",
                "bearerFormat",
                "openIdConnectUrl",
            ],
        ),
        Kind::Server => text(key, &["url", "description"]),
        Kind::Tag => text(key, &["name", "description"]),
    }
}

fn text(key: &str, members: &[&str]) -> Option<Held> {
    members.contains(&key).then_some(Held::Text)
}

fn of_document(key: &str) -> Option<Held> {
    Some(match key {
        "info" => Held::One(Kind::Info),
        "components" => Held::One(Kind::Components),
        "paths" | "webhooks" | "x-webhooks" => Held::Map(Kind::PathItem),
        "servers" => Held::List(Kind::Server),
        "tags" => Held::List(Kind::Tag),
        _ => return None,
    })
}

fn of_components(key: &str) -> Option<Held> {
    Some(Held::Map(match key {
        "schemas" => Kind::Schema,
        "responses" => Kind::Response,
        "parameters" => Kind::Parameter,
        "requestBodies" => Kind::RequestBody,
        "headers" => Kind::Header,
        "callbacks" => Kind::Callback,
        "pathItems" => Kind::PathItem,
        "securitySchemes" => Kind::SecurityScheme,
        "mediaTypes" => Kind::MediaType,
        _ => return None,
    }))
}

fn of_path_item(key: &str) -> Option<Held> {
    Some(match key {
        "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace" | "query" => {
            Held::One(Kind::Operation)
        }
        "additionalOperations" => Held::Map(Kind::Operation),
        "parameters" => Held::List(Kind::Parameter),
        "servers" => Held::List(Kind::Server),
        "summary" | "description" => Held::Text,
        _ => return None,
    })
}

fn of_operation(key: &str) -> Option<Held> {
    Some(match key {
        "parameters" => Held::List(Kind::Parameter),
        "requestBody" => Held::One(Kind::RequestBody),
        "responses" => Held::Map(Kind::Response),
        "callbacks" => Held::Map(Kind::Callback),
        "servers" => Held::List(Kind::Server),
        "tags" => Held::Texts,
        "summary" | "description" | "operationId" => Held::Text,
        "deprecated" => Held::Flag,
        _ => return None,
    })
}

fn of_parameter(key: &str) -> Option<Held> {
    Some(match key {
        "schema" => Held::One(Kind::Schema),
        "content" => Held::Map(Kind::MediaType),
        "name" | "in" | "description" | "style" => Held::Text,
        "required" | "deprecated" | "allowEmptyValue" | "explode" | "allowReserved" => Held::Flag,
        _ => return None,
    })
}

fn of_request_body(key: &str) -> Option<Held> {
    Some(match key {
        "content" => Held::Map(Kind::MediaType),
        "description" => Held::Text,
        "required" => Held::Flag,
        _ => return None,
    })
}

fn of_media_type(key: &str) -> Option<Held> {
    matches!(key, "schema" | "itemSchema").then_some(Held::One(Kind::Schema))
}

fn of_response(key: &str) -> Option<Held> {
    Some(match key {
        "content" => Held::Map(Kind::MediaType),
        "headers" => Held::Map(Kind::Header),
        "description" | "summary" => Held::Text,
        _ => return None,
    })
}

fn of_schema(key: &str) -> Option<Held> {
    Some(match key {
        "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas" => {
            Held::Map(Kind::Schema)
        }
        "allOf" | "anyOf" | "oneOf" | "prefixItems" => Held::List(Kind::Schema),
        "items"
        | "additionalProperties"
        | "not"
        | "if"
        | "then"
        | "else"
        | "contains"
        | "contentSchema"
        | "propertyNames"
        | "unevaluatedItems"
        | "unevaluatedProperties" => Held::One(Kind::Schema),
        "discriminator" => Held::One(Kind::Discriminator),
        "type" | "format" | "title" | "description" | "pattern" => Held::Text,
        "nullable" | "readOnly" | "writeOnly" | "deprecated" | "uniqueItems"
        | "exclusiveMinimum" | "exclusiveMaximum" => Held::Flag,
        "minimum" | "maximum" | "multipleOf" => Held::Number,
        "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties" => {
            Held::Count
        }
        "required" => Held::Texts,
        "enum" => Held::Values,
        _ => return None,
    })
}
