//! The enum of a parameter lists the values of the document, and keeps others.

use ionos_postgres::models::ClusterLogsGetDirection;
use serde_json::json;

use crate::adapter::enumerated;

#[test]
fn logs_are_read_backward_or_forward() {
    let directions = enumerated(ClusterLogsGetDirection::ALL);
    assert_eq!(directions.listed, [json!("BACKWARD"), json!("FORWARD")]);
    assert!(directions.is_open);
}
