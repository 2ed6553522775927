//! A crate with a client that its build script writes.

/// The client.
pub mod library {
    include!(concat!(env!("OUT_DIR"), "/library/mod.rs"));
}
