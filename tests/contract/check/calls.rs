//! The calls of a contract, each with its operation.

use crate::contract::{Call, Contract};
use crate::document::Operation;

/// Every call of the table with the operation it calls.
pub fn calls<'a, C: 'static>(
    contract: &Contract<C>,
    operations: &'a [Operation<'a>],
) -> impl Iterator<Item = (&'a Operation<'a>, Call<C>)> {
    contract.calls.iter().map(|(id, call)| {
        let operation = operations.iter().find(|operation| operation.id == *id);
        (
            operation.unwrap_or_else(|| panic!("the document has no operation {id}")),
            *call,
        )
    })
}
