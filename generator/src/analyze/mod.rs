//! Third stage: settles what depends on the whole: who sends a type, what aliases stand for,
//! where types need boxes, which have a default, which operations use them.

mod aliases;
mod collections;
mod constants;
mod conversions;
mod decoding;
mod graph;
mod names;
mod numbers;
mod operations;
mod scalars;
mod usage;

pub(crate) use decoding::unused as unused_decoding;
pub(crate) use names::gone as gone_names;
pub(crate) use names::{moved as moved_names, unused as unused_names};

use crate::ir::Api;
use crate::settings::Settings;

/// Settles what depends on the whole. Nothing is added or renamed.
pub(crate) fn analyze(mut api: Api, settings: &Settings) -> Api {
    collections::settle_arrays(&mut api, settings.encode.deep_object_arrays);
    usage::settle(&mut api);
    decoding::settle_types(&mut api, &settings.decode);
    usage::settle_presence(&mut api);
    graph::wrap_endless_aliases(&mut api);
    aliases::see_through(&mut api);
    constants::settle(&mut api);
    numbers::settle(&mut api);
    collections::settle(&mut api);
    decoding::settle_defaults(&mut api, &settings.decode);
    graph::box_containment(&mut api);
    conversions::settle(&mut api);
    graph::raise_recursion_limit(&mut api);
    scalars::settle(&mut api);
    operations::settle(&mut api);
    api
}
