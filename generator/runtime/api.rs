//! The facts about an API that hold for all its operations.

use super::parameter::Location;

/// An API as its document describes it.
#[derive(Debug)]
pub struct Api {
    /// The client package's name, sent as the product in `User-Agent`.
    pub name: &'static str,
    /// The client package's version, sent with `name`.
    pub version: &'static str,
    /// The URL of the document's first server. It is `""` or a path if the document gives no host; the user has to set a
    /// base URL then.
    pub base_url: &'static str,
    /// The environment variable that overrides `base_url` for a client set up by the environment.
    pub base_url_variable: &'static str,
    /// The security schemes (OAS 3.0.3, "Security Scheme Object") a credential can be given for.
    pub schemes: &'static [Scheme],
    /// Alternatives, any of which will do, of schemes that go together (OAS 3.0.3, "Security Requirement
    /// Object"). An empty inner list stands for anonymous access.
    pub security: &'static [&'static [&'static str]],
}

/// A named security scheme.
#[derive(Debug)]
pub struct Scheme {
    /// The name under `components.securitySchemes`.
    pub name: &'static str,
    /// How the credential travels.
    pub kind: SchemeKind,
    /// The environment variables with what it needs: user name and password, or else one secret.
    pub variables: &'static [&'static str],
}

/// How a credential travels.
#[derive(Clone, Copy, Debug)]
pub enum SchemeKind {
    /// `Authorization: Basic` (RFC 7617).
    Basic,
    /// `Authorization: Bearer` (RFC 6750), also for `OAuth` 2 and `OpenID` Connect.
    Bearer,
    /// A key sent verbatim.
    ApiKey {
        /// Header, query or cookie.
        location: Location,
        /// The name of that header, query parameter or cookie.
        name: &'static str,
    },
}
