//! A call of every operation.

use chrono::{DateTime, FixedOffset};
use ionos_postgres::Client;
use ionos_postgres::models::{
    ClusterLogsGetDirection, ClusterMetadata, Connection, ConnectionPooler,
    CreateClusterProperties, CreateClusterRequest, CreateRestoreRequest, Database,
    DatabaseProperties, DayOfTheWeek, DbUser, ErrorResponse, MaintenanceWindow,
    PatchClusterProperties, PatchClusterRequest, PatchUserProperties, PoolMode, StorageType,
    SynchronizationMode, User, UserProperties, UsersPatchRequest,
};

use crate::adapter::adapter;
use crate::contract::{Call, Row};

adapter!(ionos_postgres, errors: [ErrorResponse]);

pub const CLUSTER: &str = "3f6a/2c10 ?#%2F";
pub const USERNAME: &str = "rëporting;=&+";
pub const DATABASE: &str = "..~-_.";
const BACKUP: &str = "3f6a2c10-7d41-4e0b-9b55-0c8e21d7aa94-4kqxw2-14";
const START: &str = "2025-05-05T21:30:00.123456789+05:30";
const END: &str = "2025-05-06T00:00:00Z";
const NAME: &str = "Größe &=+%#?";
const PASSWORD: &str = "sëcret\"\\ 12";

/// What the calls below pass.
pub const ARGUMENTS: &[(&str, &str)] = &[
    ("clusterId", CLUSTER),
    ("backupId", BACKUP),
    ("username", USERNAME),
    ("databasename", DATABASE),
    ("limit", "1000"),
    ("offset", "2000"),
    ("filter.name", NAME),
    ("system", "true"),
    ("start", START),
    ("end", END),
    ("direction", "FORWARD"),
];

/// The calls, in the order of the document.
pub const CALLS: &[Row<Call<Client>>] = &[
    ("clustersGet", |client| {
        outcome(client.clusters_get().send())
    }),
    ("clustersGet", |client| {
        let page = client.clusters_get().limit(1000).offset(2000);
        outcome(page.filter_name(NAME).send())
    }),
    ("clustersPost", |client| {
        let body = CreateClusterRequest::new().properties(cluster());
        outcome(client.clusters_post(&body).send())
    }),
    ("clustersPost", |client| {
        let placed = cluster()
            .backup_location("eu-central-2")
            .maintenance_window(window());
        let filled = placed.connection_pooler(pooler()).from_backup(backup());
        let body = CreateClusterRequest::new().properties(filled);
        let body = body.metadata(ClusterMetadata::new());
        outcome(client.clusters_post(&body).send())
    }),
    ("clustersFindById", |client| {
        outcome(client.clusters_find_by_id(CLUSTER).send())
    }),
    ("clustersPatch", |client| {
        let change = PatchClusterProperties::new().instances(3);
        let body = PatchClusterRequest::new().properties(change);
        outcome(client.clusters_patch(CLUSTER, &body).send())
    }),
    ("clustersPatch", |client| {
        let sized = PatchClusterProperties::new()
            .cores(8)
            .ram(16384)
            .storage_size(40960);
        let named = sized.display_name("").postgres_version("16");
        let placed = named.connections([]).maintenance_window(window());
        let body = PatchClusterRequest::new().properties(placed.connection_pooler(pooler()));
        let body = body.metadata(ClusterMetadata::new());
        outcome(client.clusters_patch(CLUSTER, &body).send())
    }),
    ("clustersDelete", |client| {
        outcome(client.clusters_delete(CLUSTER).send())
    }),
    ("postgresVersionsGet", |client| {
        #[expect(deprecated, reason = "what is deprecated has to work still")]
        outcome(client.postgres_versions_get().send())
    }),
    ("clustersVersionsGet", |client| {
        outcome(client.clusters_versions_get(CLUSTER).send())
    }),
    ("clusterPostgresVersionsGet", |client| {
        #[expect(deprecated, reason = "what is deprecated has to work still")]
        outcome(client.cluster_postgres_versions_get(CLUSTER).send())
    }),
    ("clustersBackupsGet", |client| {
        outcome(client.clusters_backups_get().send())
    }),
    ("clustersBackupsGet", |client| {
        outcome(
            client
                .clusters_backups_get()
                .limit(1000)
                .offset(2000)
                .send(),
        )
    }),
    ("clustersBackupsFindById", |client| {
        outcome(client.clusters_backups_find_by_id(BACKUP).send())
    }),
    ("clusterBackupsGet", |client| {
        let page = client.cluster_backups_get(CLUSTER);
        outcome(page.limit(1000).offset(2000).send())
    }),
    ("clusterRestorePost", |client| {
        let body = CreateRestoreRequest::new(BACKUP);
        outcome(client.cluster_restore_post(CLUSTER, &body).send())
    }),
    ("clusterRestorePost", |client| {
        outcome(client.cluster_restore_post(CLUSTER, &backup()).send())
    }),
    ("usersList", |client| {
        outcome(client.users_list(CLUSTER).send())
    }),
    ("usersList", |client| {
        let page = client.users_list(CLUSTER).limit(1000).offset(2000);
        outcome(page.system(true).send())
    }),
    ("usersPost", |client| {
        let user = UserProperties::new("rëporting").password(PASSWORD);
        outcome(client.users_post(CLUSTER, &User::new(user)).send())
    }),
    ("usersGet", |client| {
        outcome(client.users_get(CLUSTER, USERNAME).send())
    }),
    ("usersPatch", |client| {
        let change = PatchUserProperties::new().password(PASSWORD);
        let body = UsersPatchRequest::new(change);
        outcome(client.users_patch(CLUSTER, USERNAME, &body).send())
    }),
    ("usersDelete", |client| {
        outcome(client.users_delete(CLUSTER, USERNAME).send())
    }),
    ("databasesList", |client| {
        outcome(client.databases_list(CLUSTER).send())
    }),
    ("databasesList", |client| {
        let page = client.databases_list(CLUSTER);
        outcome(page.limit(1000).offset(2000).send())
    }),
    ("databasesPost", |client| {
        let body = Database::new(DatabaseProperties::new("metrics", "rëporting"));
        outcome(client.databases_post(CLUSTER, &body).send())
    }),
    ("databasesGet", |client| {
        outcome(client.databases_get(CLUSTER, DATABASE).send())
    }),
    ("databasesDelete", |client| {
        outcome(client.databases_delete(CLUSTER, DATABASE).send())
    }),
    ("clusterLogsGet", |client| {
        outcome(client.cluster_logs_get(CLUSTER).send())
    }),
    ("clusterLogsGet", |client| {
        let span = client.cluster_logs_get(CLUSTER).start(time(START));
        let oldest = span
            .end(time(END))
            .direction(&ClusterLogsGetDirection::Forward);
        outcome(oldest.limit(1000).send())
    }),
    ("infosVersionGet", |client| {
        outcome(client.infos_version_get().send())
    }),
    ("infosVersionsGet", |client| {
        outcome(client.infos_versions_get().send())
    }),
    ("versionsGet", |client| {
        outcome(client.versions_get().send())
    }),
];

/// A cluster with what is required.
pub fn cluster() -> CreateClusterProperties {
    CreateClusterProperties::new(
        [Connection::new("10.20.30.40/24", "5d8f1e42", "2")],
        4,
        DbUser::new(PASSWORD, "owner"),
        "station-readings",
        2,
        "de/txl",
        "15",
        8192,
        20480,
        StorageType::SsdPremium,
        SynchronizationMode::StrictlySynchronous,
    )
}

fn window() -> MaintenanceWindow {
    MaintenanceWindow::new(DayOfTheWeek::Sunday, "03:30:00")
}

fn pooler() -> ConnectionPooler {
    ConnectionPooler::new()
        .enabled(true)
        .pool_mode(PoolMode::Session)
}

fn backup() -> CreateRestoreRequest {
    CreateRestoreRequest::new(BACKUP).recovery_target_time(time(START))
}

fn time(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}
