use std::collections::BTreeMap;

use super::check::variable;
use super::section::Section;

/// The environment variables that `Client::from_env` of the generated crate reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EnvironmentSettings {
    /// The variable that overrides the base URL.
    pub base_url: Option<String>,
    /// The variables with what a security scheme needs, by the scheme's name under `components.securitySchemes`
    /// ([OpenAPI 3.0.3, security scheme object](https://spec.openapis.org/oas/v3.0.3#security-scheme-object)).
    pub schemes: BTreeMap<String, SchemeVariables>,
}

/// The environment variables with the credentials for one security scheme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchemeVariables {
    /// The variable with the user name, for the `basic` scheme.
    pub username: Option<String>,
    /// The variable with the password, for the `basic` scheme.
    pub password: Option<String>,
    /// The variable with the token, for the `bearer` scheme, or with the key, for an API key.
    pub token: Option<String>,
}

impl EnvironmentSettings {
    pub(super) fn read(&mut self, section: &Section<'_>) {
        section.only_listed();
        self.base_url = section.text("base_url", variable);
        if let Some(schemes) = section.section("schemes") {
            for name in schemes.keys() {
                let variables = schemes
                    .section(name)
                    .map(|scheme| SchemeVariables::read(&scheme));
                self.schemes
                    .insert(name.to_owned(), variables.unwrap_or_default());
            }
        }
    }
}

impl SchemeVariables {
    fn read(section: &Section<'_>) -> Self {
        section.only_listed();
        Self {
            username: section.text("username", variable),
            password: section.text("password", variable),
            token: section.text("token", variable),
        }
    }
}
