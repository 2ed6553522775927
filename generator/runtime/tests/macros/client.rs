//! A client, as generated ones are.

use crate::runtime::{self, Api};

static API: Api = Api {
    name: "small",
    version: "0.1.0",
    base_url: "http://127.0.0.1:1",
    base_url_variable: "THING_BASE_URL",
    schemes: &[],
    security: &[],
};

runtime::client!();

impl Client {
    pub fn builder() -> ClientBuilder {
        ClientBuilder(runtime::ClientBuilder::new(&API))
    }
}
