//! Credentials: as users give them, and as they are sent.
//!
//! A [`Credential`] belongs to a security scheme. The client turns it into a [`ResolvedCredential`] when it is built, so
//! that one that cannot be sent is an error then.

use super::api::{Api, Operation, Scheme, SchemeKind};
use super::error::ConfigurationError;
use super::parameter::Location;
use super::{header, style};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::{HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// What a user authenticates with.
#[derive(Clone, Debug)]
pub enum Credential {
    /// User name and password (RFC 7617); the name must not hold a colon.
    Basic {
        /// The user name, or the public half of a key pair.
        username: String,
        /// The password, or the secret half of a key pair.
        password: Secret,
    },
    /// A token, without the word `Bearer` (RFC 6750).
    Bearer(Secret),
    /// A key that is sent verbatim.
    ApiKey(Secret),
}

/// A password, key or token: shown as `[redacted]`, wiped from memory when dropped.
///
/// `Serialize` writes the text itself, because it has to reach the server.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Returns the text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(SecretString::from(text))
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(SecretString::from(text))
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[redacted]")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

/// A credential ready to be added to a request.
#[derive(Clone, Debug)]
pub enum ResolvedCredential {
    /// A header with a sensitive value.
    Header {
        /// The header's name.
        name: HeaderName,
        /// The header's value.
        value: HeaderValue,
    },
    /// A query parameter.
    Query {
        /// The parameter's name.
        name: &'static str,
        /// The key.
        value: Secret,
    },
    /// A cookie.
    Cookie {
        /// The cookie's name.
        name: &'static str,
        /// The key.
        value: Secret,
    },
}

/// The credentials an operation is sent with: those of the first alternative for which all are at hand. None if there is
/// no such alternative; the server then decides. An anonymous alternative never hides a credential that was given.
#[must_use]
pub fn select<'a>(
    api: &Api,
    operation: &Operation,
    credentials: &'a [(&'static str, ResolvedCredential)],
) -> Vec<&'a ResolvedCredential> {
    let find = |name: &&str| {
        credentials
            .iter()
            .find(|(scheme, _)| scheme == name)
            .map(|(_, credential)| credential)
    };
    let alternatives = operation.security.unwrap_or(api.security);
    let mut complete = alternatives
        .iter()
        .filter_map(|schemes| schemes.iter().map(find).collect::<Option<Vec<_>>>());
    complete
        .find(|credentials| !credentials.is_empty())
        .unwrap_or_default()
}

/// Resolves the credential for the scheme named `scheme`; returns it with the scheme's name.
///
/// # Errors
///
/// If the API has no such scheme, the scheme takes another kind of credential, or a header cannot carry it.
pub fn resolve(
    api: &Api,
    scheme: &str,
    credential: &Credential,
) -> Result<(&'static str, ResolvedCredential), ConfigurationError> {
    let Some(scheme) = api.schemes.iter().find(|known| known.name == scheme) else {
        return Err(ConfigurationError::new(format!(
            "the API has no security scheme named `{scheme}`"
        )));
    };
    let credential = match (scheme.kind, credential) {
        (SchemeKind::Basic, Credential::Basic { username, password }) => basic(username, password),
        (SchemeKind::Bearer, Credential::Bearer(token)) => {
            in_header("authorization", &format!("Bearer {}", token.expose()))
        }
        (SchemeKind::ApiKey { location, name }, Credential::ApiKey(key)) => {
            api_key(location, name, key)
        }
        _ => Err("takes another kind of credential"),
    };
    credential
        .map(|credential| (scheme.name, credential))
        .map_err(|problem| explain(scheme, problem))
}

fn explain(scheme: &Scheme, problem: &str) -> ConfigurationError {
    ConfigurationError::new(format!(
        "the credential for the security scheme `{}` {problem}",
        scheme.name
    ))
}

fn basic(username: &str, password: &Secret) -> Result<ResolvedCredential, &'static str> {
    if username.contains(':') {
        return Err("has a user name with a colon, which basic authentication cannot carry");
    }
    let pair = STANDARD.encode(format!("{username}:{}", password.expose()));
    in_header("authorization", &format!("Basic {pair}"))
}

fn api_key(
    location: Location,
    name: &'static str,
    key: &Secret,
) -> Result<ResolvedCredential, &'static str> {
    match location {
        Location::Header => in_header(name, key.expose()),
        Location::Query => Ok(ResolvedCredential::Query {
            name,
            value: key.clone(),
        }),
        Location::Cookie if !style::is_cookie_value(key.expose()) => Err(
            "has a character that is not allowed in a cookie: white space, a control character, `\"`, `,`, `;`, `\\` or a non-ASCII character",
        ),
        Location::Cookie => Ok(ResolvedCredential::Cookie {
            name,
            value: key.clone(),
        }),
        Location::Path => Err("belongs in the path, which no security scheme can ask for"),
    }
}

fn in_header(name: &str, value: &str) -> Result<ResolvedCredential, &'static str> {
    header::parse(name, value).map(|(name, value)| ResolvedCredential::Header { name, value })
}
