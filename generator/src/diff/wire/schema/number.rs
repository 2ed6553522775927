//! Numbers of documents, which can be beyond what floating-point numbers tell apart.

use std::cmp::Ordering;

use serde_json::Number;

/// Compares two numbers; integers exactly.
pub(super) fn compare(one: &Number, other: &Number) -> Ordering {
    match (one.as_i128(), other.as_i128()) {
        (Some(one), Some(other)) => one.cmp(&other),
        _ => float(one).total_cmp(&float(other)),
    }
}

/// Without the feature of `serde_json` for any precision, all numbers are floating-point numbers too.
fn float(number: &Number) -> f64 {
    number.as_f64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_integers_differ() {
        let check = |one: Number, other: Number, expected: Ordering| {
            assert_eq!(compare(&one, &other), expected, "{one} {other}");
        };
        let most = i64::MAX;
        check(most.into(), (most - 1).into(), Ordering::Greater);
        check(u64::MAX.into(), most.into(), Ordering::Greater);
        let half = Number::from_f64(0.5).unwrap();
        check(half, 1.into(), Ordering::Less);
        let one = Number::from_f64(1.0).unwrap();
        check(one, 1.into(), Ordering::Equal);
    }
}
