//! The environment variables that `Client::from_env` reads, those included that the settings leave to us.

use super::Settings;
use crate::ir::{SchemeKind, SecurityScheme};
use crate::names::{shouty, split};

/// The environment variables of a client.
#[derive(Clone, Copy)]
pub(crate) struct Variables<'a>(&'a Settings);

impl Settings {
    /// Returns the environment variables of the client.
    pub(crate) fn variables(&self) -> Variables<'_> {
        Variables(self)
    }
}

impl Variables<'_> {
    /// Returns the variable with the base URL.
    pub fn base_url(self) -> String {
        self.0
            .environment
            .base_url
            .clone()
            .unwrap_or_else(|| self.named("base url"))
    }

    /// Returns the variables with what a scheme needs: user name and password, or else one secret.
    pub fn of_scheme(self, scheme: &SecurityScheme) -> Vec<String> {
        let variables = self.by_key(scheme).into_iter();
        variables.map(|(_, variable)| variable).collect()
    }

    /// Returns the same variables, each with the key that sets it.
    pub fn by_key(self, scheme: &SecurityScheme) -> Vec<(&'static str, String)> {
        let given = self.0.environment.schemes.get(&scheme.wire);
        let given = given.cloned().unwrap_or_default();
        let or_default =
            |name: Option<String>, words: &str| name.unwrap_or_else(|| self.named(words));
        match scheme.kind {
            SchemeKind::Basic => vec![
                ("username", or_default(given.username, "username")),
                ("password", or_default(given.password, "password")),
            ],
            SchemeKind::Bearer | SchemeKind::ApiKey { .. } => {
                vec![("token", or_default(given.token, scheme.method.as_str()))]
            }
        }
    }

    /// Returns the default name: the crate's, and what the variable holds.
    fn named(self, words: &str) -> String {
        shouty(&split(&format!("{} {words}", self.0.package.name)))
    }
}
