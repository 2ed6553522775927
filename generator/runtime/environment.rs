//! Clients that are set up by environment variables.

use super::api::{Api, Scheme, SchemeKind};
use super::client_builder::ClientBuilder;
use super::configuration_error::ConfigurationError;
use super::credential::Credential;
use super::error::Error;
use super::secret::Secret;
use std::env::{self, VarError};

impl ClientBuilder {
    /// A builder for `api` with what its environment variables hold.
    ///
    /// # Errors
    ///
    /// [`Error::Configuration`] if a variable is no Unicode text, or if no alternative of the API's security has
    /// all of its variables.
    #[doc(hidden)]
    pub fn from_environment(api: &'static Api) -> Result<Self, Error> {
        let mut builder = Self::new(api);
        if let Some(base_url) = read(api.base_url_variable)? {
            builder = builder.base_url(base_url);
        }
        let mut given = Vec::new();
        for scheme in api.schemes {
            if let Some(credential) = credential(scheme)? {
                builder = builder.credential(scheme.name, credential);
                given.push(scheme.name);
            }
        }
        match missing(api, &given) {
            None => Ok(builder),
            Some(problem) => Err(Error::Configuration(ConfigurationError::new(problem))),
        }
    }
}

fn credential(scheme: &Scheme) -> Result<Option<Credential>, Error> {
    let mut values = Vec::new();
    for variable in scheme.variables {
        match read(variable)? {
            Some(value) => values.push(value),
            None => return Ok(None),
        }
    }
    let mut values = values.into_iter();
    Ok(match (scheme.kind, values.next(), values.next()) {
        (SchemeKind::Basic, Some(username), Some(password)) => Some(Credential::Basic {
            username,
            password: password.into(),
        }),
        (SchemeKind::Bearer, Some(token), _) => Some(Credential::Bearer(Secret::from(token))),
        (SchemeKind::ApiKey { .. }, Some(key), _) => Some(Credential::ApiKey(Secret::from(key))),
        _ => None,
    })
}

fn read(variable: &str) -> Result<Option<String>, Error> {
    match env::var(variable) {
        Ok(value) if value.is_empty() => Ok(None),
        Ok(value) => Ok(Some(value)),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => {
            let problem = format!("the environment variable `{variable}` is no Unicode text");
            Err(Error::Configuration(ConfigurationError::new(problem)))
        }
    }
}

/// What to set, if the API wants a credential and none is complete.
fn missing(api: &Api, given: &[&str]) -> Option<String> {
    let is_complete = |schemes: &&[&str]| schemes.iter().all(|scheme| given.contains(scheme));
    if api.security.is_empty() || api.security.iter().any(is_complete) {
        return None;
    }
    let alternatives = api
        .security
        .iter()
        .map(|schemes| variables(api, schemes))
        .collect::<Vec<_>>();
    Some(format!(
        "no credential: set the environment variables {}",
        alternatives.join(", or ")
    ))
}

fn variables(api: &Api, schemes: &[&str]) -> String {
    let wanted = api
        .schemes
        .iter()
        .filter(|scheme| schemes.contains(&scheme.name));
    let unset = wanted
        .flat_map(|scheme| scheme.variables)
        .filter(|name| env::var_os(name).is_none_or(|value| value.is_empty()));
    let names: Vec<_> = unset.map(|name| format!("`{name}`")).collect();
    names.join(" and ")
}
