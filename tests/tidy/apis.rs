//! The generator knows no API: what one needs is in its settings, or holds for all.

use crate::sources::{demand_none, rust};

/// The APIs of this repository. Others may be called what examples are called.
const NAMES: [&str; 4] = ["tiger", "timescale", "clickhouse", "ionos"];

#[test]
fn the_generator_names_no_api() {
    let breaches = rust("generator").into_iter().filter(|source| {
        let text = source.text.to_lowercase();
        NAMES.iter().any(|name| text.contains(name))
    });
    let breaches: Vec<String> = breaches.map(|source| source.path).collect();
    demand_none("the generator names no API", &breaches);
}
