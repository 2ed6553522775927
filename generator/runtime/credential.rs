//! Credentials as users give them.

use super::secret::Secret;

/// What a user proves the right to call with.
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
