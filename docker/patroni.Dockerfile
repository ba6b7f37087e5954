# PostgreSQL with PostGIS under Patroni, of the same PostgreSQL as docker-compose.yml.
FROM postgis/postgis:16-3.4
RUN apt-get update \
  && apt-get install -y --no-install-recommends patroni \
  && rm -rf /var/lib/apt/lists/* \
  && install -d -o postgres -g postgres -m 700 /var/lib/postgresql/patroni
COPY docker/patroni.yml /etc/patroni.yml
USER postgres
ENTRYPOINT ["patroni", "/etc/patroni.yml"]
