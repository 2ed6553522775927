//! The kinds of changes and what each of them means for clients.

pub use super::verdict::{Direction, Verdict};
use Verdict::{Breaking, Compatible, Risky};

/// A kind of change. Its verdict depends on nothing but the way that the values go.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct ChangeCode {
    /// Stable name in kebab-case, for instance `property-removed`.
    pub id: &'static str,
    /// What it means where the client sends what changed.
    pub request: Verdict,
    /// What it means where the client receives what changed.
    pub response: Verdict,
    /// What has changed, in a few words.
    pub meaning: &'static str,
}

impl ChangeCode {
    /// Returns what it means where values go `direction`: the worse of both ways, and nothing where there are none.
    #[must_use]
    pub fn verdict(&self, direction: Direction) -> Verdict {
        let request = direction.is_request().then_some(self.request);
        let response = direction.is_response().then_some(self.response);
        request.max(response).unwrap_or_default()
    }
}

/// Declares each code as a constant and all of them as a list: name, id, verdict in requests, verdict in responses,
/// meaning.
macro_rules! codes {
    ($($name:ident = $id:literal, $request:ident, $response:ident, $meaning:literal;)+) => {
        $(pub(crate) const $name: ChangeCode = ChangeCode {
            id: $id,
            request: $request,
            response: $response,
            meaning: $meaning,
        };)+

        /// Every kind of change, in the order of the documentation.
        const ALL: &[&ChangeCode] = &[$(&$name),+];
    };
}

codes! {
    OPERATION_ADDED = "operation-added", Compatible, Compatible, "an operation was added";
    OPERATION_REMOVED = "operation-removed", Breaking, Breaking, "an operation was removed";
    OPERATION_MOVED = "operation-moved", Breaking, Breaking, "an operation has another path or method";
    OPERATION_RENAMED = "operation-renamed", Compatible, Compatible, "an operation has another `operationId`";
    TAGS_CHANGED = "tags-changed", Compatible, Compatible, "an operation has other tags";
    DEPRECATED = "deprecated", Compatible, Compatible, "something is deprecated";
    DEPRECATION_WITHDRAWN = "deprecation-withdrawn", Compatible, Compatible, "something is not deprecated any more";
    WEBHOOK_ADDED = "webhook-added", Compatible, Compatible, "a webhook was added";
    WEBHOOK_REMOVED = "webhook-removed", Breaking, Breaking, "a webhook was removed";
    CALLBACK_ADDED = "callback-added", Compatible, Compatible, "a callback was added";
    CALLBACK_REMOVED = "callback-removed", Breaking, Breaking, "a callback was removed";

    PARAMETER_ADDED = "parameter-added", Compatible, Compatible, "an optional parameter was added";
    REQUIRED_PARAMETER_ADDED = "required-parameter-added", Breaking, Compatible, "a required parameter was added";
    PARAMETER_REMOVED = "parameter-removed", Risky, Compatible, "a parameter was removed";
    PARAMETER_MOVED = "parameter-moved", Breaking, Breaking, "a parameter has another location, or its name another case";
    PARAMETER_BECAME_REQUIRED = "parameter-became-required", Breaking, Compatible, "a parameter became required";
    PARAMETER_BECAME_OPTIONAL = "parameter-became-optional", Compatible, Compatible, "a parameter became optional";
    PARAMETER_STYLE_CHANGED = "parameter-style-changed", Breaking, Breaking, "a parameter is written in another way";
    PATH_PARAMETER_RENAMED = "path-parameter-renamed", Compatible, Compatible, "a parameter of the path has another name";

    REQUEST_BODY_ADDED = "request-body-added", Compatible, Compatible, "an optional request body was added";
    REQUIRED_REQUEST_BODY_ADDED = "required-request-body-added", Breaking, Compatible, "a required request body was added";
    REQUEST_BODY_REMOVED = "request-body-removed", Risky, Breaking, "a request body was removed";
    REQUEST_BODY_BECAME_REQUIRED = "request-body-became-required", Breaking, Compatible, "a request body became required";
    REQUEST_BODY_BECAME_OPTIONAL = "request-body-became-optional", Compatible, Breaking, "a request body became optional";
    MEDIA_TYPE_ADDED = "media-type-added", Compatible, Compatible, "a body can have one more media type";
    MEDIA_TYPE_REMOVED = "media-type-removed", Breaking, Breaking, "a body cannot have a media type any more";
    MEDIA_TYPE_CHANGED = "media-type-changed", Breaking, Breaking, "a body has another media type";
    MEDIA_TYPE_WIDENED = "media-type-widened", Compatible, Risky, "a range of media types takes the place of one in it";
    MEDIA_TYPE_NARROWED = "media-type-narrowed", Risky, Compatible, "a media type takes the place of a range that it is in";
    ENCODING_CHANGED = "encoding-changed", Breaking, Breaking, "the parts of a form are written in another way";

    SUCCESS_RESPONSE_ADDED = "success-response-added", Compatible, Risky, "an operation can succeed with one more status";
    SUCCESS_RESPONSE_REMOVED = "success-response-removed", Compatible, Breaking, "an operation cannot succeed with a status any more";
    ERROR_RESPONSE_ADDED = "error-response-added", Compatible, Compatible, "one more error status is described";
    ERROR_RESPONSE_REMOVED = "error-response-removed", Compatible, Compatible, "an error status is not described any more";
    RESPONSE_STATUS_CHANGED = "response-status-changed", Breaking, Breaking, "a success has another status";
    RESPONSE_BODY_ADDED = "response-body-added", Compatible, Compatible, "a response without a body has one";
    RESPONSE_BODY_REMOVED = "response-body-removed", Compatible, Breaking, "a response with a body has none";
    RESPONSE_HEADER_ADDED = "response-header-added", Compatible, Compatible, "a response has one more header";
    RESPONSE_HEADER_REMOVED = "response-header-removed", Compatible, Risky, "a response lacks a header";
    RESPONSE_HEADER_BECAME_REQUIRED = "response-header-became-required", Compatible, Compatible, "a response always has a header";
    RESPONSE_HEADER_BECAME_OPTIONAL = "response-header-became-optional", Compatible, Risky, "a response may lack a header";

    TYPE_CHANGED = "type-changed", Breaking, Breaking, "values have another type";
    TYPE_WIDENED = "type-widened", Compatible, Breaking, "values can have more types";
    TYPE_NARROWED = "type-narrowed", Breaking, Compatible, "values can have fewer types";
    FORMAT_CHANGED = "format-changed", Breaking, Breaking, "values have another format";
    FORMAT_WIDENED = "format-widened", Compatible, Risky, "the format admits more values";
    FORMAT_NARROWED = "format-narrowed", Risky, Compatible, "the format admits fewer values";
    FORMAT_HINTED = "format-hinted", Compatible, Compatible, "the format tells something else about the same values";
    BECAME_NULLABLE = "became-nullable", Compatible, Breaking, "a value can be null";
    BECAME_NOT_NULLABLE = "became-not-nullable", Breaking, Compatible, "a value cannot be null any more";
    ENUM_VALUE_ADDED = "enum-value-added", Compatible, Risky, "an enumeration has more values";
    ENUM_VALUE_REMOVED = "enum-value-removed", Breaking, Compatible, "an enumeration has fewer values";
    CONSTANT_CHANGED = "constant-changed", Breaking, Breaking, "the only possible value is another one";
    ENUM_CLOSED = "enum-closed", Breaking, Compatible, "only listed values are left";
    ENUM_OPENED = "enum-opened", Compatible, Risky, "other values than those listed before are possible";
    BOUNDS_TIGHTENED = "bounds-tightened", Breaking, Compatible, "fewer values are within the bounds";
    BOUNDS_LOOSENED = "bounds-loosened", Compatible, Breaking, "more values are within the bounds";
    MULTIPLE_CHANGED = "multiple-changed", Breaking, Breaking, "numbers are multiples of another number";
    PATTERN_CHANGED = "pattern-changed", Risky, Risky, "texts follow another pattern";
    XML_CHANGED = "xml-changed", Breaking, Breaking, "values have another name or form in XML";
    CONDITIONS_CHANGED = "conditions-changed", Risky, Risky, "values follow other rules that no type expresses";
    DEFAULT_CHANGED = "default-changed", Risky, Compatible, "what is absent stands for another value";

    PROPERTY_ADDED = "property-added", Compatible, Compatible, "an object has one more optional property";
    REQUIRED_PROPERTY_ADDED = "required-property-added", Breaking, Compatible, "an object has one more required property";
    PROPERTY_REMOVED = "property-removed", Risky, Risky, "an object lacks an optional property";
    REQUIRED_PROPERTY_REMOVED = "required-property-removed", Risky, Breaking, "an object lacks a required property";
    PROPERTY_BECAME_REQUIRED = "property-became-required", Breaking, Compatible, "a property became required";
    PROPERTY_BECAME_OPTIONAL = "property-became-optional", Compatible, Breaking, "a property became optional";
    BECAME_READ_ONLY = "became-read-only", Risky, Compatible, "a property is not sent any more";
    BECAME_NOT_READ_ONLY = "became-not-read-only", Compatible, Compatible, "a property can be sent as well";
    BECAME_WRITE_ONLY = "became-write-only", Compatible, Breaking, "a property is not received any more";
    BECAME_NOT_WRITE_ONLY = "became-not-write-only", Compatible, Compatible, "a property is received as well";
    ADDITIONAL_PROPERTIES_FORBIDDEN = "additional-properties-forbidden", Risky, Compatible, "an object has no other properties than those listed";
    ADDITIONAL_PROPERTIES_REMOVED = "additional-properties-removed", Breaking, Compatible, "an object cannot have the other properties any more that a schema described";
    ADDITIONAL_PROPERTIES_ALLOWED = "additional-properties-allowed", Compatible, Compatible, "an object can have other properties than those listed";

    ALTERNATIVE_ADDED = "alternative-added", Compatible, Breaking, "a value can follow one more schema";
    ALTERNATIVE_REMOVED = "alternative-removed", Breaking, Compatible, "a value cannot follow a schema any more";
    ALTERNATIVES_EXCLUSIVE = "alternatives-exclusive", Risky, Compatible, "a value must not follow several of the schemas any more";
    ALTERNATIVES_COMBINABLE = "alternatives-combinable", Compatible, Risky, "a value can follow several of the schemas";
    DISCRIMINATOR_ADDED = "discriminator-added", Compatible, Compatible, "a schema has a discriminator";
    DISCRIMINATOR_REMOVED = "discriminator-removed", Compatible, Risky, "a schema has no discriminator any more";
    DISCRIMINATOR_CHANGED = "discriminator-changed", Breaking, Breaking, "the discriminator selects subschemas in another way";

    SCHEMA_ADDED = "schema-added", Compatible, Compatible, "a component was added";
    SCHEMA_REMOVED = "schema-removed", Compatible, Compatible, "a component was removed";
    SCHEMA_RENAMED = "schema-renamed", Compatible, Compatible, "a component has another name";
    SCHEMA_NAMED = "schema-named", Compatible, Compatible, "a schema became a component";
    SCHEMA_INLINED = "schema-inlined", Compatible, Compatible, "a component is written out where it is used";
    SCHEMA_REPLACED = "schema-replaced", Compatible, Compatible, "another component is referred to";

    SECURITY_REQUIRED = "security-required", Breaking, Breaking, "credentials became necessary";
    SECURITY_LIFTED = "security-lifted", Compatible, Compatible, "credentials are not necessary any more";
    SECURITY_CHANGED = "security-changed", Breaking, Breaking, "other credentials are necessary";
    SECURITY_ALTERNATIVE_ADDED = "security-alternative-added", Compatible, Compatible, "one more kind of credentials is taken";
    SECURITY_ALTERNATIVE_REMOVED = "security-alternative-removed", Breaking, Breaking, "a kind of credentials is not taken any more";
    SECURITY_SCOPE_ADDED = "security-scope-added", Breaking, Breaking, "one more scope is necessary";
    SECURITY_SCOPE_REMOVED = "security-scope-removed", Compatible, Compatible, "a scope is not necessary any more";
    SECURITY_SCHEME_ADDED = "security-scheme-added", Compatible, Compatible, "a security scheme was added";
    SECURITY_SCHEME_REMOVED = "security-scheme-removed", Compatible, Compatible, "a security scheme was removed";
    SECURITY_SCHEME_RENAMED = "security-scheme-renamed", Compatible, Compatible, "a security scheme has another name";
    SECURITY_SCHEME_CHANGED = "security-scheme-changed", Breaking, Breaking, "credentials are sent in another way";
    OAUTH_FLOWS_CHANGED = "oauth-flows-changed", Risky, Risky, "tokens are got in another way";

    SERVER_ADDED = "server-added", Compatible, Compatible, "a server was added";
    SERVER_REMOVED = "server-removed", Risky, Risky, "a server was removed";
    SERVER_CHANGED = "server-changed", Risky, Risky, "a server has another address";
    SERVER_PATH_CHANGED = "server-path-changed", Compatible, Compatible, "a server has another path, and the paths of operations compensate for it";
    DEFAULT_SERVER_CHANGED = "default-server-changed", Risky, Risky, "another listed server is the default";

    COMPARISON_INCOMPLETE = "comparison-incomplete", Risky, Risky, "the schemas are too entangled to compare all of them";
}

/// The code of changes that nothing on the wire explains.
pub(crate) const RUST_API_CHANGED: ChangeCode = ChangeCode {
    id: "rust-api-changed",
    request: Verdict::Compatible,
    response: Verdict::Compatible,
    meaning: "only the generated crate changes",
};

pub(crate) const VERSION_NOT_BUMPED: ChangeCode = note(
    "api-version-not-bumped",
    "clients break, and `info.version` does not say so",
);

pub(crate) const NAMES_KEPT: ChangeCode = note(
    "names-kept",
    "`clientsmith update` keeps names that something else would get",
);

pub(crate) const ACCEPT_UNUSED: ChangeCode = note(
    "accept-unused",
    "a `[diff.accept]` setting matches no change",
);

pub(crate) const ACCEPT_EXPIRED: ChangeCode = note(
    "accept-expired",
    "the last day of a `[diff.accept]` setting is over",
);

/// Every kind of note.
const NOTES: &[&ChangeCode] = &[
    &VERSION_NOT_BUMPED,
    &NAMES_KEPT,
    &ACCEPT_UNUSED,
    &ACCEPT_EXPIRED,
];

const fn note(id: &'static str, meaning: &'static str) -> ChangeCode {
    ChangeCode {
        id,
        request: Verdict::Compatible,
        response: Verdict::Compatible,
        meaning,
    }
}

/// Returns every kind of change, and of [`Note`](crate::diff::Note).
pub fn codes() -> impl Iterator<Item = &'static ChangeCode> {
    let changes = ALL.iter().copied().chain([&RUST_API_CHANGED]);
    changes.chain(NOTES.iter().copied())
}
