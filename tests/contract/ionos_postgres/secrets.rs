//! Passwords of database users never show, wherever they are.

use std::fmt::Debug;

use ionos_postgres::models::{
    CreateClusterRequest, DbUser, PatchUserProperties, User, UserProperties, UserResource,
    UsersPatchRequest,
};
use serde_json::json;

use super::calls::{CLUSTER, USERNAME, cluster};
use super::{builder, client};
use crate::adapter::encode;
use crate::server::Server;

const SECRET: &str = "hunter2hunter2";

fn assert_silent(value: &dyn Debug) -> String {
    let text = format!("{value:?} {value:#?}");
    assert!(!text.contains("hunter2"), "{text}");
    text
}

fn assert_redacted(value: &dyn Debug) {
    let text = assert_silent(value);
    assert!(text.contains("redacted"), "{text}");
}

#[test]
fn the_password_of_the_first_user_is_silent() {
    let mut cluster = cluster();
    cluster.credentials = DbUser::new(SECRET, "owner");
    assert_redacted(&cluster.credentials);
    let body = CreateClusterRequest::new().properties(cluster);
    assert_redacted(&body);
    let sent = encode(&body);
    assert_eq!(sent["properties"]["credentials"]["password"], SECRET);
}

#[test]
fn passwords_of_users_are_silent_in_requests_and_answers() {
    assert_redacted(&User::new(UserProperties::new("ada").password(SECRET)));
    assert_redacted(&UsersPatchRequest::new(
        PatchUserProperties::new().password(SECRET),
    ));
    let properties = json!({"username": "ada", "password": SECRET});
    let answer = json!({"type": "user", "id": "i", "href": "h", "properties": properties});
    let user: UserResource = serde_json::from_value(answer).unwrap();
    assert_redacted(&user);
    assert_eq!(user.properties.password.unwrap().expose(), SECRET);
}

#[tokio::test]
async fn clients_and_calls_are_silent() {
    let server = Server::start().await;
    assert_silent(&builder(&server.url).api_key(SECRET));
    assert_silent(&builder(&server.url).bearer_token(SECRET).build().unwrap());
    let body = UsersPatchRequest::new(PatchUserProperties::new().password(SECRET));
    let client = client(&server.url);
    assert_silent(&client.users_patch(CLUSTER, USERNAME, &body));
}
