//! Links to pages are read under both of their names, and whatever text a server puts there.

use ionos_postgres::models::PaginationLinks;

use super::calls::CLUSTER;
use super::client;
use crate::message::json;
use crate::server::Server;

/// The links of a page of users that ends in `rest`.
async fn links(rest: &str) -> Option<PaginationLinks> {
    let server = Server::start().await;
    let page = format!(r#"{{"type":"collection","id":"i","href":"h","items":[],{rest}}}"#);
    server.answer([json(&page)]);
    client(&server.url).users_list(CLUSTER).await.unwrap().links
}

#[tokio::test]
async fn a_page_knows_itself_and_its_neighbours() {
    let rest =
        r#""_links":{"prev":"https://a/?offset=0","self":"https://a/?offset=5","next":"<NEXT>"}"#;
    let links = links(rest).await.unwrap();
    assert_eq!(links.prev.as_deref(), Some("https://a/?offset=0"));
    assert_eq!(links.self_.as_deref(), Some("https://a/?offset=5"));
    assert_eq!(links.next.as_deref(), Some("<NEXT>"));
}

#[tokio::test]
async fn links_may_be_missing_in_part_or_whole() {
    assert_eq!(links(r#""_links":{}"#).await.unwrap().self_, None);
    assert_eq!(links(r#""limit":100"#).await, None);
    assert_eq!(links(r#""links":{"self":"https://a"}"#).await, None);
}

#[tokio::test]
async fn older_lists_have_their_links_without_underscore() {
    let server = Server::start().await;
    server.answer([json(r#"{"links":{"self":"https://a"},"_links":{}}"#)]);
    let list = client(&server.url).clusters_get().await.unwrap();
    assert_eq!(list.links.unwrap().self_.as_deref(), Some("https://a"));
}
