//! Decodes each valid example of a document as the generated type, encodes that again, and compares.

mod compare;
mod plan;
mod program;
mod run;
mod same;

pub use plan::{Case, Plan, plan};
pub use program::program;
pub use run::{Again, run};
pub use same::same_scalar;

use super::raw::Raw;
use super::report::Problem;

/// Compares what each case of `plan` has become; `again` is in the order of the cases.
#[must_use]
pub fn problems(raw: &Raw, plan: &Plan, again: &[Again]) -> Vec<Problem> {
    let pairs = plan.cases.iter().zip(again);
    pairs
        .filter_map(|(case, again)| problem(raw, case, again))
        .collect()
}

fn problem(raw: &Raw, case: &Case, again: &Again) -> Option<Problem> {
    let (code, message) = match again {
        Again::Died(how) => (
            "example-kills",
            format!("decoding it ends the program: {how}"),
        ),
        Again::Refused(reason) => ("example-refused", reason.clone()),
        Again::Encoded(value) => {
            let difference = compare::difference(raw, &case.schema, &case.value, value)?;
            ("example-differs", difference.to_string())
        }
    };
    Some(Problem::at(
        case.at.clone(),
        code,
        format!("{}: {message}", case.ty),
    ))
}
