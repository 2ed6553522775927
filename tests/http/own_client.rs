//! HTTP clients as a user might bring them.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tiger_cloud::reqwest::{Client, ClientBuilder, dns};

/// A client whose TLS trusts nobody, so that it needs no certificates of the machine.
pub fn plain() -> ClientBuilder {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions = rustls::ClientConfig::builder_with_provider(provider);
    let versions = versions.with_safe_default_protocol_versions().unwrap();
    let trust = versions.with_root_certificates(rustls::RootCertStore::empty());
    Client::builder().tls_backend_preconfigured(trust.with_no_client_auth())
}

/// Sends each connection to the next of some addresses, whatever host it is for.
#[derive(Clone)]
pub struct Detour(Arc<Mutex<(VecDeque<SocketAddr>, usize)>>);

impl Detour {
    /// A detour to `addresses` in turn; when they are used up, there is no way.
    pub fn new(addresses: impl IntoIterator<Item = SocketAddr>) -> Self {
        Self(Arc::new(Mutex::new((addresses.into_iter().collect(), 0))))
    }

    /// How many connections were to be made so far.
    pub fn lookups(&self) -> usize {
        self.0.lock().unwrap().1
    }

    /// A client that takes this detour.
    pub fn client(&self) -> Client {
        let builder = plain().dns_resolver(Arc::new(self.clone()));
        builder.build().unwrap()
    }
}

impl dns::Resolve for Detour {
    fn resolve(&self, _: dns::Name) -> dns::Resolving {
        let mut state = self.0.lock().unwrap();
        state.1 += 1;
        let next = state.0.pop_front();
        Box::pin(async move { Ok(Box::new(next.into_iter()) as dns::Addrs) })
    }
}
