//! Third stage: settles what depends on the whole: who sends a type, what aliases stand for,
//! where types need boxes, which have a default.

mod aliases;
mod constants;
mod conversions;
mod cycles;
mod dates;
mod graph;
mod numbers;
mod presence;
mod usage;

use crate::ir::Api;

/// Settles what depends on the whole. Nothing is added or renamed.
pub(crate) fn analyze(mut api: Api) -> Api {
    usage::settle(&mut api);
    dates::settle(&mut api);
    presence::settle(&mut api);
    cycles::wrap_endless_aliases(&mut api);
    aliases::see_through(&mut api);
    constants::settle(&mut api);
    numbers::settle(&mut api);
    cycles::box_containment(&mut api);
    conversions::settle(&mut api);
    cycles::raise_recursion_limit(&mut api);
    api
}
