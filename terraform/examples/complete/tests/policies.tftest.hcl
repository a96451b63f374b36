# A pretended provider loses what a policy says, so these are computed by the real one, which is never let near the cloud.
provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

variables {
  bucket      = "example-tillgate-test"
  kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000000"
}

run "bucket" {
  command = plan
  module { source = "../../modules/files" }

  assert {
    condition     = jsondecode(output.policy).Statement[0].Effect == "Deny" && jsondecode(output.policy).Statement[0].Condition.Bool["aws:SecureTransport"] == "false"
    error_message = "nothing may reach the bucket in the clear"
  }

  assert {
    condition     = contains(jsondecode(output.policy).Statement[0].Resource, "arn:aws:s3:::example-tillgate-test/*")
    error_message = "objects are meant too"
  }

  assert {
    condition     = aws_s3_bucket_public_access_block.this.block_public_policy && aws_s3_bucket_public_access_block.this.restrict_public_buckets
    error_message = "the bucket must not become public"
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].kms_master_key_id == var.kms_key_arn
    error_message = "objects are encrypted with the given key"
  }
}

run "keys_turn" {
  command = plan
  module { source = "../../modules/keys" }
  variables { name = "tillgate-test" }

  assert {
    condition     = length(aws_kms_key.this) == 3 && alltrue([for key in aws_kms_key.this : key.enable_key_rotation && key.deletion_window_in_days == 30])
    error_message = "a key for each purpose, each changed by itself and hard to lose"
  }
}

run "refused_for_the_bucket" {
  command = plan
  module { source = "../../modules/files" }
  variables {
    bucket            = "Files"
    old_versions_days = 400
    kms_key_arn       = "alias/files"
  }
  expect_failures = [var.bucket, var.old_versions_days, var.kms_key_arn]
}

run "refused_for_the_keys" {
  command = plan
  module { source = "../../modules/keys" }
  variables {
    name                 = "tillgate-test"
    purposes             = []
    deletion_window_days = 1
  }
  expect_failures = [var.deletion_window_days, var.purposes]
}
