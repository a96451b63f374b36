mock_provider "aws" {}

variables {
  name                      = "tillgate-test"
  vpc_id                    = "vpc-00000000000000000"
  subnet_ids                = ["subnet-a", "subnet-b"]
  client_security_group_ids = { cluster = "sg-00000000000000000" }
  kms_key_arn               = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000000"
}

run "safe_defaults" {
  module { source = "../../modules/database" }
  command = plan

  assert {
    condition     = aws_db_instance.this.storage_encrypted && aws_db_instance.this.multi_az && aws_db_instance.this.deletion_protection
    error_message = "the database must be encrypted, in two zones and hard to delete"
  }

  assert {
    condition     = aws_db_instance.this.manage_master_user_password && !aws_db_instance.this.publicly_accessible
    error_message = "nobody may know the master password, or reach the database from outside"
  }

  # validate knows neither engines nor storage types
  assert {
    condition     = aws_db_instance.this.engine == "postgres" && aws_db_instance.this.storage_type == "gp3" && aws_db_parameter_group.this.family == "postgres18"
    error_message = "PostgreSQL 18 on gp3"
  }

  assert {
    condition     = { for p in aws_db_parameter_group.this.parameter : p.name => p.value }["synchronous_commit"] == "on" && { for p in aws_db_parameter_group.this.parameter : p.name => p.value }["rds.force_ssl"] == "1"
    error_message = "answers promise durability, and nothing goes in the clear"
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.clients) == 1 && alltrue([for rule in aws_vpc_security_group_ingress_rule.clients : rule.cidr_ipv4 == null && rule.from_port == 5432])
    error_message = "only named groups may connect"
  }
}

run "refused" {
  command = plan
  module { source = "../../modules/database" }
  variables {
    engine_version = "16.4"
    instance_class = "db.t4g.micro"
    backup_days    = 0
    storage_gib    = { first = 500, most = 500 }
    kms_key_arn    = "alias/database"
  }
  expect_failures = [var.engine_version, var.instance_class, var.backup_days, var.storage_gib, var.kms_key_arn]
}
