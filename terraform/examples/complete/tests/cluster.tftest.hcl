mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  name        = "tillgate-test"
  subnet_ids  = ["subnet-a", "subnet-b", "subnet-c"]
  kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000000"
}

run "private_by_default" {
  command = plan
  module { source = "../../modules/cluster" }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_private_access && !aws_eks_cluster.this.vpc_config[0].endpoint_public_access
    error_message = "the API must not be open unless somebody says to whom"
  }

  assert {
    condition     = aws_eks_cluster.this.encryption_config[0].provider[0].key_arn == var.kms_key_arn
    error_message = "secrets must be encrypted with the given key"
  }

  assert {
    condition     = aws_launch_template.nodes.metadata_options[0].http_tokens == "required" && aws_launch_template.nodes.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "pods must not borrow the node's role"
  }

  assert {
    condition     = jsondecode(aws_eks_addon.this["vpc-cni"].configuration_values).enableNetworkPolicy == "true"
    error_message = "network policies would be ignored"
  }
}

run "open_for_some" {
  command = plan
  module { source = "../../modules/cluster" }
  variables { api_cidrs = ["198.51.100.0/24"] }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_public_access && aws_eks_cluster.this.vpc_config[0].public_access_cidrs == toset(["198.51.100.0/24"])
    error_message = "the API must be open for the given addresses only"
  }
}

run "refused" {
  command = plan
  module { source = "../../modules/cluster" }
  variables {
    api_cidrs          = ["0.0.0.0/0"]
    kubernetes_version = "1.29"
    nodes              = { min = 1 }
    kms_key_arn        = "alias/cluster"
  }
  expect_failures = [var.api_cidrs, var.kubernetes_version, var.nodes, var.kms_key_arn]
}
