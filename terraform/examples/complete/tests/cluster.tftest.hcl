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

run "open_for_the_world" {
  command = plan
  module { source = "../../modules/cluster" }
  variables { api_cidrs = ["0.0.0.0/0"] }
  expect_failures = [var.api_cidrs]
}

run "old_kubernetes" {
  command = plan
  module { source = "../../modules/cluster" }
  variables { kubernetes_version = "1.29" }
  expect_failures = [var.kubernetes_version]
}

run "one_node" {
  command = plan
  module { source = "../../modules/cluster" }
  variables { nodes = { min = 1 } }
  expect_failures = [var.nodes]
}
