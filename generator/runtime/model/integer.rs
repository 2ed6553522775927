//! Integers that are written with a fraction of zero.

use std::str::FromStr;

/// An integer type of the language.
pub trait Integer: TryFrom<i64> + TryFrom<u64> + FromStr {}

impl<T: TryFrom<i64> + TryFrom<u64> + FromStr> Integer for T {}

/// The integer that `number` is, if it has no fraction and is in range.
pub(super) fn whole<T: Integer>(number: f64) -> Option<T> {
    let is_whole = number.fract() == 0.0;
    is_whole.then(|| format!("{number:.0}").parse().ok())?
}
