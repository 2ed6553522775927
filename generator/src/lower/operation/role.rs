//! What a body is for.

/// What a body is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::lower) enum Role {
    /// The client sends it.
    Request,
    /// The API sends it with a success.
    Success,
    /// The API sends it with a failure.
    Failure,
}
